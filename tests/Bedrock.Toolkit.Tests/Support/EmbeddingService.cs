using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>
/// Answers embedding requests of Titan Text Embeddings V2 and Cohere Embed below a real client: the vector of "item 17" is [17, 1]. A text with "bad"
/// is refused by the service, as is the whole call around it.
/// </summary>
internal sealed class EmbeddingService : HttpMessageHandler
{
    private readonly ConcurrentQueue<string[]> _calls = new();
    private int _running;
    private int _mostRunning;

    /// <summary>Runs before each answer; may throw, wait, or give another answer than null.</summary>
    public Func<int, string[], CancellationToken, Task<HttpResponseMessage?>>? Before { get; init; }

    /// <summary>The texts of each call, in the order of arrival.</summary>
    public IReadOnlyList<string[]> Calls => [.. _calls];

    /// <summary>How many calls ran at once at most.</summary>
    public int MaxRunning => _mostRunning;

    /// <summary>How many calls run now.</summary>
    public int Running => Volatile.Read(ref _running);

    public static float[] VectorOf(string text) => [float.Parse(text.Split(' ')[1], CultureInfo.InvariantCulture), 1];

    public BedrockClient Client(Action<BedrockClientOptions>? configure = null) => TestClient.Over(this, configure);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using JsonDocument body = JsonDocument.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        bool isTitan = body.RootElement.TryGetProperty("inputText", out JsonElement text);
        string[] texts = isTitan ? [text.GetString()!] : [.. body.RootElement.GetProperty("texts").EnumerateArray().Select(t => t.GetString()!)];
        int call;
        lock (_calls)
        {
            _calls.Enqueue(texts);
            call = _calls.Count;
        }

        int running = Interlocked.Increment(ref _running);
        InterlockedMax(ref _mostRunning, running);
        try
        {
            HttpResponseMessage? other = Before is null ? null : await Before(call, texts, cancellationToken);
            HttpResponseMessage response = other ?? Answer(texts, isTitan);
            response.RequestMessage = request;
            return response;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private static HttpResponseMessage Answer(string[] texts, bool isTitan)
    {
        if (texts.Any(t => t.Contains("bad", StringComparison.Ordinal)))
        {
            return Answers.Error(400, "ValidationException", "one of the texts is not to its taste");
        }

        string[] vectors = [.. texts.Select(t => string.Create(CultureInfo.InvariantCulture, $"[{VectorOf(t)[0]},1]"))];
        string json = isTitan
            ? $$"""{"embedding":{{vectors[0]}},"inputTextTokenCount":2}"""
            : $$"""{"embeddings":[{{string.Join(',', vectors)}}]}""";
        return Answers.Json(json, ("x-amzn-bedrock-input-token-count", (2 * texts.Length).ToString(CultureInfo.InvariantCulture)));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref target)) && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
