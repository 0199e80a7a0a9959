using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Cassettes;

/// <summary>One exchange as collections of conformance vectors have it: <c>request</c> with method, path, headers and body, <c>response</c> with status,
/// headers, and a body or decoded frames.</summary>
internal static class ExchangeFile
{
    private static readonly Scrubber Nothing = new(false, false, null);

    /// <summary>The exchange; null when the document has another form.</summary>
    public static Episode? TryRead(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("request", out JsonElement request) || request.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("response", out JsonElement response) || !request.TryGetProperty("path", out JsonElement path)
            || !response.TryGetProperty("status", out JsonElement status))
        {
            return null;
        }

        var received = new ReceivedRequest
        {
            Method = request.TryGetProperty("method", out JsonElement method) ? method.GetString()! : "POST",
            Path = path.GetString()!,
            Query = request.TryGetProperty("query", out JsonElement query) ? query.GetString() ?? string.Empty : string.Empty,
            Headers = [.. Headers(request)],
            Body = request.TryGetProperty("body", out JsonElement body) ? Bytes(body) : default,
        };
        bool isStream = response.TryGetProperty("frames", out JsonElement frames);
        return new Episode
        {
            Request = EpisodeRequest.From(received, Nothing, new ScrubScope([])),
            StatusCode = status.GetInt32(),
            Headers = [.. Headers(response)],
            Body = !isStream && response.TryGetProperty("body", out JsonElement answer) ? CassetteBody.From(Bytes(answer)) : null,
            Events = isStream ? [.. frames.EnumerateArray().Select(ReadFrame)] : null,
        };
    }

    private static ReadOnlyMemory<byte> Bytes(JsonElement body) => body.ValueKind switch
    {
        JsonValueKind.Null => default,
        JsonValueKind.String => Encoding.UTF8.GetBytes(body.GetString()!),
        _ => JsonSerializer.SerializeToUtf8Bytes(body, BedrockJson.TypeInfo<JsonElement>()),
    };

    private static IEnumerable<KeyValuePair<string, string>> Headers(JsonElement owner) =>
        owner.TryGetProperty("headers", out JsonElement headers)
            ? headers.EnumerateObject().Select(header => new KeyValuePair<string, string>(header.Name, header.Value.GetString() ?? string.Empty))
            : [];

    private static EpisodeEvent ReadFrame(JsonElement frame)
    {
        var headers = Headers(frame).ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal);
        CassetteBody payload = frame.TryGetProperty("chunk", out JsonElement content) || frame.TryGetProperty("payload", out content)
            ? CassetteBody.From(Bytes(content))
            : CassetteBody.OfText(string.Empty);
        string name = headers.GetValueOrDefault(":event-type") ?? headers.GetValueOrDefault(":exception-type") ?? headers.GetValueOrDefault(":error-code")
            ?? string.Empty;
        return headers.GetValueOrDefault(":message-type") switch
        {
            "exception" => new EpisodeEvent(TimeSpan.Zero, EpisodeEventKind.Exception, name, payload),
            "error" => new EpisodeEvent(TimeSpan.Zero, EpisodeEventKind.Error, name,
                CassetteBody.OfText(headers.GetValueOrDefault(":error-message") ?? string.Empty)),
            _ when name == "chunk" && frame.TryGetProperty("chunk", out _) => new EpisodeEvent(TimeSpan.Zero, EpisodeEventKind.Chunk, name, payload),
            _ => new EpisodeEvent(TimeSpan.Zero, EpisodeEventKind.Event, name, FrameSplitter.WithoutPadding(payload)),
        };
    }
}
