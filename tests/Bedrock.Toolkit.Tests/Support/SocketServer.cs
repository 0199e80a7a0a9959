using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Amazon.Runtime;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>A server on loopback that speaks bytes, so that it can misbehave in ways that no web server can.</summary>
internal sealed class SocketServer : IAsyncDisposable
{
    private readonly Socket _listener;
    private readonly Func<SocketConnection, Task> _serve;
    private readonly X509Certificate2? _certificate;
    private readonly ConcurrentQueue<SocketConnection> _connections = new();
    private readonly ConcurrentQueue<Task> _running = new();
    private readonly ConcurrentQueue<Exception> _failures = new();
    private readonly Task _accepting;
    private int _open;
    private int _mostOpen;

    public SocketServer(Func<SocketConnection, Task> serve, X509Certificate2? certificate = null)
    {
        _serve = serve;
        _certificate = certificate;
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(4096);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public Uri Url => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{Port}");

    public int Connections => _connections.Count;

    /// <summary>The most connections that were open at one time.</summary>
    public int MaxOpen => Volatile.Read(ref _mostOpen);

    /// <summary>A client of this server, with the handler that the library makes.</summary>
    public BedrockClient CreateClient(Action<BedrockClientOptions>? configure = null)
    {
        var options = new BedrockClientOptions
        {
            Region = "us-east-1",
            Credentials = new BasicAWSCredentials(TestClient.AccessKey, TestClient.SecretKey),
            ServiceUrl = Url,
            LoggerFactory = TraceLog.Shared,
        };
        configure?.Invoke(options);
        return new BedrockClient(options);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        foreach (SocketConnection connection in _connections) connection.Dispose();
        await _accepting;
        await Task.WhenAll(_running).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Empty(_failures);
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return; // the test is over
            }

            var connection = new SocketConnection(socket, _connections.Count + 1);
            _connections.Enqueue(connection);
            _running.Enqueue(Task.Run(() => ServeAsync(connection)));
        }
    }

    private async Task ServeAsync(SocketConnection connection)
    {
        InterlockedMax(ref _mostOpen, Interlocked.Increment(ref _open));
        try
        {
            if (_certificate is not null) await connection.StartTlsAsync(_certificate);
            await _serve(connection);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, as most of these tests want it to.
        }
        catch (Exception e)
        {
            _failures.Enqueue(e);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
            connection.Dispose();
        }
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (value > seen)
        {
            int before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}

/// <summary>One accepted connection.</summary>
internal sealed class SocketConnection(Socket socket, int number) : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private Stream _stream = new NetworkStream(socket, ownsSocket: true);
    private byte[] _rest = [];

    /// <summary>1 for the first connection of the server.</summary>
    public int Number => number;

    public async Task StartTlsAsync(X509Certificate2 certificate)
    {
        var tls = new SslStream(_stream);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate });
        _stream = tls;
    }

    /// <summary>The head of the next request, its body read too; null when the client has closed the connection.</summary>
    public async Task<string?> ReadRequestAsync()
    {
        byte[] buffer = new byte[64 * 1024];
        byte[] got = _rest;
        int end;
        while ((end = got.AsSpan().IndexOf(HeadEnd)) < 0)
        {
            int read = await _stream.ReadAsync(buffer);
            if (read == 0) return null;
            got = [.. got, .. buffer[..read]];
        }

        string head = Encoding.ASCII.GetString(got, 0, end);
        string? length = head.Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        int body = length is null ? 0 : int.Parse(length["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture);
        int have = got.Length - end - HeadEnd.Length;
        while (have < body)
        {
            int read = await _stream.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, body - have)));
            if (read == 0) return null;
            have += read;
        }

        _rest = got.Length > end + HeadEnd.Length + body ? got[(end + HeadEnd.Length + body)..] : [];
        return head;
    }

    public Task WriteAsync(string text) => WriteAsync(Encoding.ASCII.GetBytes(text));

    public async Task WriteAsync(byte[] bytes)
    {
        await _stream.WriteAsync(bytes);
        await _stream.FlushAsync();
    }

    /// <summary>A whole answer; the connection stays open.</summary>
    public Task AnswerAsync(string json, int status = 200, string headers = "") => WriteAsync(
        $"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nx-amzn-RequestId: {Answers.RequestId}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    /// <summary>The headers of a stream whose body ends with the connection's chunks.</summary>
    public Task BeginStreamAsync() => WriteAsync(
        $"HTTP/1.1 200 OK\r\nContent-Type: application/vnd.amazon.eventstream\r\nx-amzn-RequestId: {Answers.RequestId}\r\nTransfer-Encoding: chunked\r\n\r\n");

    /// <summary>One chunk of HTTP.</summary>
    public Task ChunkAsync(byte[] bytes) => WriteAsync([.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes, .. "\r\n"u8]);

    /// <summary>The regular end of a chunked body.</summary>
    public Task EndChunksAsync() => WriteAsync("0\r\n\r\n");

    /// <summary>Reads until the client closes; gives the number of bytes that came before.</summary>
    public async Task<int> WaitForCloseAsync()
    {
        byte[] buffer = new byte[4096];
        int total = 0;
        try
        {
            int read;
            while ((read = await _stream.ReadAsync(buffer)) > 0) total += read;
        }
        catch (IOException)
        {
            // A reset is a close as well.
        }

        return total;
    }

    /// <summary>Breaks the connection with a reset.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }

    /// <summary>Closes the sending side only.</summary>
    public void HalfClose() => socket.Shutdown(SocketShutdown.Send);

    public void Dispose() => _stream.Dispose();
}
