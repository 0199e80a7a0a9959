using System.Buffers;
using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Bedrock.Toolkit.Testing.Serving;

/// <summary>
/// What stands between a socket and HTTP: TLS, and the choice between HTTP/1.1 and HTTP/2. Kestrel decides by what TLS has agreed on; without TLS the first
/// bytes say it, and are told to Kestrel in the same words.
/// </summary>
internal static class ConnectionLayers
{
    private static readonly byte[] Http2Preface = "PRI * HTTP/2.0"u8.ToArray();

    /// <summary>Looks at the first bytes of each connection.</summary>
    public static void UsePreface(this ListenOptions listen) => listen.Use(next => async connection =>
    {
        if (await BeginsWithHttp2Async(connection.Transport.Input, connection.ConnectionClosed).ConfigureAwait(false))
        {
            Announce(connection, new AgreedProtocol(SslApplicationProtocol.Http2, null, null));
        }

        await next(connection).ConfigureAwait(false);
    });

    /// <summary>Speaks TLS.</summary>
    public static void UseTls(this ListenOptions listen, X509Certificate2 certificate) => listen.Use(next => async connection =>
    {
        IDuplexPipe plain = connection.Transport;
        var below = new DuplexStream(plain.Input.AsStream(leaveOpen: true), plain.Output.AsStream(leaveOpen: true));
        var tls = new SslStream(below);
        await using (tls.ConfigureAwait(false))
        {
            try
            {
                await tls.AuthenticateAsServerAsync(
                    new SslServerAuthenticationOptions
                    {
                        ServerCertificate = certificate,
                        ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
                    },
                    connection.ConnectionClosed).ConfigureAwait(false);
            }
            catch (Exception e) when (e is AuthenticationException or IOException or OperationCanceledException)
            {
                // A client that does not trust the certificate, or went away: it knows why, and there is nobody else to tell.
                connection.Abort(new ConnectionAbortedException("The TLS handshake failed.", e));
                return;
            }

            Announce(connection, new AgreedProtocol(tls.NegotiatedApplicationProtocol, certificate, tls));
            connection.Transport = new DuplexPipe(PipeReader.Create(tls), PipeWriter.Create(tls));
            try
            {
                await next(connection).ConfigureAwait(false);
            }
            finally
            {
                await connection.Transport.Input.CompleteAsync().ConfigureAwait(false);
                await connection.Transport.Output.CompleteAsync().ConfigureAwait(false);
                connection.Transport = plain;
            }
        }
    });

    private static void Announce(ConnectionContext connection, AgreedProtocol protocol)
    {
        connection.Features.Set<ITlsConnectionFeature>(protocol);
        connection.Features.Set<ITlsApplicationProtocolFeature>(protocol);
        connection.Features.Set<ITlsHandshakeFeature>(protocol);
    }

    private static async Task<bool> BeginsWithHttp2Async(PipeReader input, CancellationToken closed)
    {
        while (true)
        {
            ReadResult result;
            try
            {
                result = await input.ReadAsync(closed).ConfigureAwait(false);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                return false;
            }

            ReadOnlySequence<byte> buffer = result.Buffer;
            long known = Math.Min(buffer.Length, Http2Preface.Length);
            bool isLike = buffer.Slice(0, known).ToArray().AsSpan().SequenceEqual(Http2Preface.AsSpan(0, (int)known));
            bool isDecided = !isLike || known == Http2Preface.Length || result.IsCompleted;

            // Nothing is taken away: what was looked at is read again by HTTP.
            input.AdvanceTo(buffer.Start, isDecided ? buffer.Start : buffer.End);
            if (isDecided)
            {
                return isLike && known == Http2Preface.Length;
            }
        }
    }

    private sealed record DuplexPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>What was agreed on; without a certificate there is no TLS, only the same choice.</summary>
    private sealed class AgreedProtocol(SslApplicationProtocol protocol, X509Certificate2? certificate, SslStream? tls)
        : ITlsConnectionFeature, ITlsApplicationProtocolFeature, ITlsHandshakeFeature
    {
        public ReadOnlyMemory<byte> ApplicationProtocol => protocol.Protocol;

        public X509Certificate2? ClientCertificate { get; set; }

        public SslProtocols Protocol => tls?.SslProtocol ?? SslProtocols.Tls12;

#pragma warning disable CS0618, CS0612, SYSLIB0058 // Asked for by the interface.
        public CipherAlgorithmType CipherAlgorithm => tls?.CipherAlgorithm ?? CipherAlgorithmType.None;

        public int CipherStrength => tls?.CipherStrength ?? 0;

        public HashAlgorithmType HashAlgorithm => tls?.HashAlgorithm ?? HashAlgorithmType.None;

        public int HashStrength => tls?.HashStrength ?? 0;

        public ExchangeAlgorithmType KeyExchangeAlgorithm => tls?.KeyExchangeAlgorithm ?? ExchangeAlgorithmType.None;

        public int KeyExchangeStrength => tls?.KeyExchangeStrength ?? 0;
#pragma warning restore CS0618, CS0612, SYSLIB0058

        public override string ToString() => $"{protocol}{(certificate is null ? string.Empty : " over TLS")}";

        public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken) => Task.FromResult(ClientCertificate);
    }

    /// <summary>Two one-way streams as one.</summary>
    private sealed class DuplexStream(Stream input, Stream output) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            input.ReadAsync(buffer, cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            input.ReadAsync(buffer, offset, count, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            output.WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            output.WriteAsync(buffer, offset, count, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => output.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
