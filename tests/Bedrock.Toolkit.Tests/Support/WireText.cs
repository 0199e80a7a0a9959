using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>Calls as they go over the wire, and wire types as JSON.</summary>
internal static class WireText
{
    /// <summary>What a call sends, as a text: method, path with query, content type, blank line, body.</summary>
    /// <param name="call">Makes the call.</param>
    /// <param name="answer">The JSON that the service answers.</param>
    public static async Task<string> OfAsync(Func<IBedrockClient, Task> call, string answer = "{}")
    {
        SentRequest sent = await SendAsync(call, answer);
        string type = sent.Header("Content-Type") is { } contentType ? $"content-type: {contentType}\n" : string.Empty;
        return $"{sent.Method} {sent.Uri.PathAndQuery}\n{type}\n{sent.Text}";
    }

    /// <summary>The one request that a call sends.</summary>
    public static async Task<SentRequest> SendAsync(Func<IBedrockClient, Task> call, string answer = "{}")
    {
        var handler = new ScriptedHandler(_ => Answers.Json(answer));
        using BedrockClient client = TestClient.Over(handler);
        await call(client);
        return Assert.Single(handler.Sent);
    }

    /// <summary>Reads, writes and compares; gives what was read.</summary>
    public static T RoundTrip<T>(string json, params string[] freeMembers)
    {
        T value = BedrockJson.Deserialize<T>(json);
        EqualJson.Check(json, BedrockJson.Serialize(value), freeMembers);
        return value;
    }
}
