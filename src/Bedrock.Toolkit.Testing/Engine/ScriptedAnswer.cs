namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>One queued answer of a model's script.</summary>
internal sealed class ScriptedAnswer
{
    private ScriptedAnswer(Func<ScriptedCall, Answer> create, bool? streams)
    {
        Create = create;
        Streams = streams;
    }

    public Func<ScriptedCall, Answer> Create { get; }

    /// <summary>Whether a whole answer or a stream was queued.</summary>
    public bool IsContent => Streams is not null;

    /// <summary>Which kind of call it answers; null for both.</summary>
    private bool? Streams { get; }

    public static ScriptedAnswer Reply(Func<ScriptedCall, Answer> create) => new(create, false);

    public static ScriptedAnswer Stream(Func<ScriptedCall, Answer> create) => new(create, true);

    /// <summary>A failure of any kind of call.</summary>
    public static ScriptedAnswer Failure(Func<ScriptedCall, Answer> create) => new(create, null);

    public bool Fits(bool streaming) => Streams is null || Streams == streaming;
}
