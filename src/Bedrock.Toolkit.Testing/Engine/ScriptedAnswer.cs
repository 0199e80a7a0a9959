using Bedrock.Toolkit.Testing.Conditions;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>One queued answer of a model's script.</summary>
internal sealed class ScriptedAnswer
{
    private ScriptedAnswer(Func<ScriptedCall, Answer> create, bool? streams, bool servesBoth = false)
    {
        Create = create;
        Streams = streams;
        ServesBoth = servesBoth;
    }

    public Func<ScriptedCall, Answer> Create { get; }

    /// <summary>The time that the answer takes; that of the service when null.</summary>
    public SimulatedLatency? Latency { get; set; }

    /// <summary>The counts that the answer tells; its own when null.</summary>
    public (int Input, int Output)? Tokens { get; set; }

    /// <summary>Whether a whole answer or a stream was queued.</summary>
    public bool IsContent => Streams is not null;

    /// <summary>Whether it is a stream of its own.</summary>
    public bool IsStream => Streams == true;

    /// <summary>Which kind of call it answers; null for both.</summary>
    private bool? Streams { get; }

    /// <summary>Whether a whole answer can be cut into a stream as well.</summary>
    private bool ServesBoth { get; }

    public static ScriptedAnswer Reply(Func<ScriptedCall, Answer> create, bool servesBoth = false) => new(create, false, servesBoth);

    public static ScriptedAnswer Stream(Func<ScriptedCall, Answer> create) => new(create, true);

    /// <summary>A failure of any kind of call.</summary>
    public static ScriptedAnswer Failure(Func<ScriptedCall, Answer> create) => new(create, null);

    /// <summary>Whether it answers a kind of call.</summary>
    /// <param name="streaming">Whether a stream is due.</param>
    /// <param name="hasStreams">Whether streams are queued: then whole answers are only for whole calls.</param>
    public bool Fits(bool streaming, bool hasStreams) => Streams is null || Streams == streaming || (streaming && ServesBoth && !hasStreams);
}
