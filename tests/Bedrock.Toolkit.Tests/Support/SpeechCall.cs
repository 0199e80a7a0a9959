using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Amazon.Runtime;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>A bidirectional stream as a client opens it: signed frames out while frames come in. One talk; dispose it.</summary>
internal sealed class SpeechCall : IAsyncDisposable
{
    private readonly Channel<byte[]> _out = Channel.CreateUnbounded<byte[]>();
    private readonly HttpClient _http = new() { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
    private readonly string _secret;
    private readonly string _scope;
    private readonly string _day;
    private string _prior = string.Empty;
    private HttpResponseMessage? _response;
    private IAsyncEnumerator<ReceivedFrame>? _frames;

    private SpeechCall(string secret, string day)
    {
        _secret = secret;
        _day = day;
        _scope = $"{day}/us-east-1/bedrock/aws4_request";
    }

    public int StatusCode => (int)_response!.StatusCode;

    public static async Task<SpeechCall> OpenAsync(BedrockServer server, string model = "amazon.nova-2-sonic-v1:0", bool byKey = false, Version? version = null)
    {
        ImmutableCredentials credentials = await server.Credentials.GetCredentialsAsync();
        string now = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var call = new SpeechCall(credentials.SecretKey, now[..8]);
        string path = $"/model/{Uri.EscapeDataString(model)}/invoke-with-bidirectional-stream";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Url, path))
        {
            Version = version ?? HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = new LiveContent(call._out.Reader),
        };
        request.Headers.Add("x-amz-date", now);
        request.Headers.Add("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-EVENTS");
        string names = "host;x-amz-content-sha256;x-amz-date";
        string canonical = $"POST\n{path.Replace("%", "%25", StringComparison.Ordinal)}\n\nhost:{server.Url.Authority}\nx-amz-content-sha256:STREAMING-AWS4-HMAC-SHA256-EVENTS\n"
            + $"x-amz-date:{now}\n\n{names}\nSTREAMING-AWS4-HMAC-SHA256-EVENTS";
        call._prior = call.Sign($"AWS4-HMAC-SHA256\n{now}\n{call._scope}\n{Hash(Encoding.UTF8.GetBytes(canonical))}");
        request.Headers.TryAddWithoutValidation("Authorization", byKey ? $"Bearer {server.ApiKey}"
            : $"AWS4-HMAC-SHA256 Credential={credentials.AccessKey}/{call._scope}, SignedHeaders={names}, Signature={call._prior}");
        if (byKey || version is not null)
        {
            call._out.Writer.Complete();
        }

        call._response = await call._http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return call;
    }

    /// <summary>Sends an event.</summary>
    public void Send(string json) => SendFrame(EventFrames.Frame(
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["bytes"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(json)) }),
        (":event-type", "chunk"), (":message-type", "event"), (":content-type", "application/json")));

    /// <summary>Sends what begins a talk: session, prompt with a tool, and an instruction of the system.</summary>
    public void Begin()
    {
        Send("""{"event":{"sessionStart":{"inferenceConfiguration":{"maxTokens":100}}}}""");
        Send("""
            {"event":{"promptStart":{"promptName":"p","audioOutputConfiguration":{"mediaType":"audio/lpcm","sampleRateHertz":8000},"toolConfiguration":{"tools":[
            {"toolSpec":{"name":"tide","description":"Tide","inputSchema":{"json":"{\"type\":\"object\",\"required\":[\"port\"],\"properties\":{\"port\":{\"type\":\"string\"}}}"}}}]}}}}
            """);
        SendText("system", "SYSTEM", "Be short.", interactive: false);
    }

    public void SendText(string content, string role, string text, bool interactive = true)
    {
        Send($$$$"""{"event":{"contentStart":{"promptName":"p","contentName":"{{{{content}}}}","type":"TEXT","interactive":{{{{(interactive ? "true" : "false")}}}},"role":"{{{{role}}}}"}}}""");
        Send($$$$"""{"event":{"textInput":{"promptName":"p","contentName":"{{{{content}}}}","content":"{{{{text}}}}"}}}""");
        Send($$$$"""{"event":{"contentEnd":{"promptName":"p","contentName":"{{{{content}}}}"}}}""");
    }

    /// <summary>Sends a signed frame; an empty one ends the stream.</summary>
    public void SendFrame(byte[] payload, bool signsRight = true)
    {
        // At its own time, in the day of the request.
        DateTime now = DateTime.UtcNow;
        byte[] date = [5, .. ":date"u8, 8, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt64BigEndian(date.AsSpan(7), new DateTimeOffset(now).ToUnixTimeMilliseconds());
        string moment = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        _prior = Sign($"AWS4-HMAC-SHA256-PAYLOAD\n{moment}\n{_scope}\n{_prior}\n{Hash(date)}\n{Hash(signsRight ? payload : [.. payload, 1])}");
        byte[] headers = [.. date, 16, .. ":chunk-signature"u8, 6, 0, 32, .. Convert.FromHexString(_prior)];
        byte[] frame = new byte[16 + headers.Length + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), headers.Length);
        headers.CopyTo(frame, 12);
        payload.CopyTo(frame, 12 + headers.Length);
        _out.Writer.TryWrite(EventFrames.Reseal(frame));
    }

    public void End() => _out.Writer.TryComplete();

    /// <summary>The next event, by name; null at the end.</summary>
    public async Task<(string Name, JsonElement Value)?> ReadAsync()
    {
        _frames ??= ReceivedFrame.ReadAllAsync(await _response!.Content.ReadAsStreamAsync()).GetAsyncEnumerator();
        if (!await _frames.MoveNextAsync())
        {
            return null;
        }

        ReceivedFrame frame = _frames.Current;
        if ((frame.Text(":exception-type") ?? frame.Text(":error-code")) is { } error)
        {
            return (error, JsonElement.Parse(frame.Payload.IsEmpty ? "{}"u8 : frame.Payload.Span));
        }

        JsonElement body = JsonElement.Parse(JsonElement.Parse(frame.Payload.Span).GetProperty("bytes").GetBytesFromBase64());
        JsonProperty inner = body.GetProperty("event").EnumerateObject().Single();
        return (inner.Name, inner.Value);
    }

    /// <summary>Events up to one of a name, that one included.</summary>
    public async Task<List<(string Name, JsonElement Value)>> ReadToAsync(string name)
    {
        List<(string Name, JsonElement Value)> events = [];
        while (await ReadAsync() is { } next)
        {
            events.Add(next);
            if (next.Name == name)
            {
                break;
            }
        }

        return events;
    }

    public async ValueTask DisposeAsync()
    {
        End();
        if (_frames is not null)
        {
            await _frames.DisposeAsync();
        }

        _response?.Dispose();
        _http.Dispose();
    }

    private string Sign(string text)
    {
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + _secret);
        foreach (string part in (string[])[_day, "us-east-1", "bedrock", "aws4_request"])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed class LiveContent(ChannelReader<byte[]> frames) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            // The client keeps the request's headers until something is written or flushed, and the first frame is sent after the answer's headers came.
            await stream.FlushAsync();
            await foreach (byte[] frame in frames.ReadAllAsync())
            {
                await stream.WriteAsync(frame);
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
