using System.Text;

namespace Bedrock.Toolkit.Testing;

/// <summary>A call that a scripted agent in a runtime answers.</summary>
/// <param name="AgentRuntimeArn">The runtime.</param>
/// <param name="SessionId">The session; made by the service where the caller gave none.</param>
/// <param name="Payload">The body.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Accept">The media types that the caller takes.</param>
public sealed record FakeRuntimeCall(string AgentRuntimeArn, string SessionId, ReadOnlyMemory<byte> Payload, string? ContentType, string? Accept)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Payload.Span);
}

/// <summary>What a scripted agent in a runtime answers: a body of any kind, or server-sent events.</summary>
public sealed class FakeRuntimeAnswer
{
    private FakeRuntimeAnswer(string contentType, ReadOnlyMemory<byte> body, IReadOnlyList<string>? events) =>
        (ContentType, Body, Events) = (contentType, body, events);

    /// <summary>The media type.</summary>
    public string ContentType { get; }

    /// <summary>The body.</summary>
    /// <value>Empty for server-sent events.</value>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The contents of the events, in order.</summary>
    /// <value>Null for a body.</value>
    public IReadOnlyList<string>? Events { get; }

    /// <summary>An answer in JSON.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The answer.</returns>
    public static FakeRuntimeAnswer Json(string json) => new("application/json", Encoding.UTF8.GetBytes(json), null);

    /// <summary>An answer in JSON.</summary>
    /// <param name="json">The JSON, in UTF-8.</param>
    /// <returns>The answer.</returns>
    public static FakeRuntimeAnswer Json(ReadOnlyMemory<byte> json) => new("application/json", json, null);

    /// <summary>An answer in server-sent events.</summary>
    /// <param name="events">Their contents, in order.</param>
    /// <returns>The answer.</returns>
    public static FakeRuntimeAnswer Stream(params IEnumerable<string> events) => new("text/event-stream", default, [.. events]);
}
