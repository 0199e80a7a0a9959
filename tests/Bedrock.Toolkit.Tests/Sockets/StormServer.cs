using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Sockets;

/// <summary>A server on loopback that looks at every byte of what it is sent, and answers with events that say whose they are.</summary>
internal sealed class StormServer : IAsyncDisposable
{
    public const int Events = 8;

    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ConcurrentDictionary<Socket, Task> _open = new();
    private readonly Task _accepting;
    private long _requests;
    private long _foreign;

    public StormServer()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(4096);
        Url = new Uri("http://127.0.0.1:" + ((IPEndPoint)_listener.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture));
        _accepting = AcceptAsync();
    }

    public Uri Url { get; }

    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Requests with a byte that their sender did not write.</summary>
    public long Foreign => Interlocked.Read(ref _foreign);

    /// <summary>A prompt of some length, in which every character follows from its first part.</summary>
    public static string PromptOf(string owner, int length)
    {
        var text = new StringBuilder(owner, length + owner.Length + 1);
        while (text.Length < length)
        {
            text.Append('|').Append(owner);
        }

        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        foreach ((Socket socket, Task serving) in _open)
        {
            socket.Dispose();
            await serving.ConfigureAwait(false);
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptAsync().ConfigureAwait(false);
                socket.NoDelay = true;
                _open[socket] = Task.Run(() => ServeAsync(socket));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The end of the run.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        byte[] buffer = new byte[64 * 1024];
        int have = 0;
        try
        {
            while (true)
            {
                int end;
                while ((end = buffer.AsSpan(0, have).IndexOf(HeadEnd)) < 0)
                {
                    int read = await stream.ReadAsync(buffer.AsMemory(have)).ConfigureAwait(false);
                    if (read == 0)
                    {
                        return;
                    }

                    have += read;
                }

                string head = Encoding.Latin1.GetString(buffer, 0, end);
                int start = end + HeadEnd.Length;
                int length = LengthOf(head);
                while (have < start + length)
                {
                    int read = await stream.ReadAsync(buffer.AsMemory(have)).ConfigureAwait(false);
                    if (read == 0)
                    {
                        return;
                    }

                    have += read;
                }

                long number = Interlocked.Increment(ref _requests);
                string? owner = OwnerOf(buffer.AsSpan(start, length));
                have -= start + length;
                buffer.AsSpan(start + length, have).CopyTo(buffer);
                if (owner is null || !head.StartsWith("POST /model/", StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref _foreign);
                    return;
                }

                await AnswerAsync(stream, head.Contains("response-stream", StringComparison.Ordinal), owner, number).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // The client went away, as it is to.
        }
        finally
        {
            _open.TryRemove(socket, out _);
        }
    }

    private static async Task AnswerAsync(NetworkStream stream, bool isStream, string owner, long number)
    {
        if (number % 50 == 0)
        {
            await stream.WriteAsync("HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n"u8.ToArray()).ConfigureAwait(false);
            return;
        }

        if (!isStream)
        {
            string json = $$"""{"text":"{{owner}}"}""";
            await stream.WriteAsync(Encoding.Latin1.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}")).ConfigureAwait(false);
            return;
        }

        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/vnd.amazon.eventstream\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray())
            .ConfigureAwait(false);
        for (int i = 1; i <= Events; i++)
        {
            byte[] frame = Frames.Chunk($$"""{"text":"{{owner}}","last":{{(i == Events ? "true" : "false")}}}""");
            byte[] head = Encoding.Latin1.GetBytes($"{frame.Length:x}\r\n");
            await stream.WriteAsync((byte[])[.. head, .. frame, .. "\r\n"u8]).ConfigureAwait(false);
            await Task.Delay((int)(number % 3)).ConfigureAwait(false); // the pace of a model
        }

        await stream.WriteAsync("0\r\n\r\n"u8.ToArray()).ConfigureAwait(false);
    }

    private static int LengthOf(string head)
    {
        const string Name = "\r\nContent-Length: ";
        int at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : int.Parse(head.AsSpan(at + Name.Length).ToString().Split("\r\n")[0], CultureInfo.InvariantCulture);
    }

    /// <summary>Whose a body is; null when not every byte of it is that one's.</summary>
    private static string? OwnerOf(ReadOnlySpan<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body.ToArray());
            string? prompt = document.RootElement.GetProperty("prompt").GetString();
            string? owner = prompt?.Split('|')[0];
            bool isOwn = owner is not null && PromptOf(owner, prompt!.Length) == prompt
                && Encoding.UTF8.GetBytes($$"""{"prompt":"{{prompt}}"}""").AsSpan().SequenceEqual(body);
            return isOwn ? owner : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
