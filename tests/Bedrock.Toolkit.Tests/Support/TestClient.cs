using Amazon.Runtime;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>Real clients over a scripted handler.</summary>
internal static class TestClient
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "the-secret-of-the-example";
    public const string Token = "the-token-of-the-example";

    /// <summary>A client in us-east-1 with fixed keys; delays between attempts end at once.</summary>
    public static BedrockClient Over(HttpMessageHandler handler, Action<BedrockClientOptions>? configure = null) => new(Options(handler, configure));

    public static BedrockClientOptions Options(HttpMessageHandler handler, Action<BedrockClientOptions>? configure = null)
    {
        var options = new BedrockClientOptions
        {
            Region = "us-east-1",
            Credentials = new BasicAWSCredentials(AccessKey, SecretKey),
            HandlerFactory = () => handler,
            TimeProvider = new InstantBackOff(),
            LoggerFactory = TraceLog.Shared,
        };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>Everything that a stream gives.</summary>
    public static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> events)
    {
        List<T> list = [];
        await foreach (T e in events) list.Add(e);
        return list;
    }
}
