const net = require('net');

// Uma conexão com o PostgreSQL, sem biblioteca. Só o que o desafio precisa.
class Banco {
  constructor(host) {
    this.host = host;
    this.fila = [];
    this.sobra = Buffer.alloc(0);
  }

  abrir() {
    if (this.pronto) return this.pronto;
    this.pronto = new Promise((ok, falhou) => {
      this.fila.push({ ok, falhou });
      this.conexao = net.createConnection(5432, this.host);
      this.conexao.on('connect', () => this.conexao.write(this.saudacao()));
      this.conexao.on('data', dados => this.ler(dados));
      this.conexao.on('error', erro => this.cair(erro));
      this.conexao.on('close', () => this.cair(new Error('conexão fechada')));
      setTimeout(() => falhou(new Error('o banco demorou')), 2000).unref();
    });
    this.pronto.catch(() => (this.pronto = undefined));
    return this.pronto;
  }

  cair(erro) {
    this.pronto = undefined;
    this.erro = undefined;
    this.sobra = Buffer.alloc(0);
    this.conexao.destroy();
    for (const espera of this.fila.splice(0)) espera.falhou(erro);
  }

  saudacao() {
    const campos = ['user', 'postgres', 'database', 'postgres', ''].join('\0') + '\0';
    const inicio = Buffer.from([0, 0, 0, campos.length + 8, 0, 3, 0, 0]);
    return Buffer.concat([inicio, Buffer.from(campos)]);
  }

  ler(dados) {
    this.sobra = Buffer.concat([this.sobra, dados]);
    for (;;) {
      if (this.sobra.length < 5) return;
      const fim = 1 + this.sobra.readUInt32BE(1);
      if (this.sobra.length < fim) return;
      const tipo = this.sobra.toString('latin1', 0, 1);
      const corpo = this.sobra.toString('utf8', 5, fim);
      this.sobra = this.sobra.subarray(fim);
      if (tipo === 'E') this.erro = new Error(corpo);
      if (tipo === 'Z') {
        const espera = this.fila.shift();
        const erro = this.erro;
        this.erro = undefined;
        if (espera) erro ? espera.falhou(erro) : espera.ok();
      }
    }
  }

  async executar(comando) {
    await this.abrir();
    return new Promise((ok, falhou) => {
      this.fila.push({ ok, falhou });
      const texto = Buffer.from(comando + '\0');
      const tamanho = Buffer.alloc(4);
      tamanho.writeUInt32BE(texto.length + 4);
      this.conexao.write(Buffer.concat([Buffer.from('Q'), tamanho, texto]));
      setTimeout(() => falhou(new Error('o banco demorou')), 2000).unref();
    });
  }
}

module.exports = { Banco };
