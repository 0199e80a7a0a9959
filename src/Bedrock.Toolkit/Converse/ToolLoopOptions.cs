namespace Bedrock.Toolkit.Converse;

/// <summary>How <c>ConverseWithToolsAsync</c> runs tools. Not thread-safe; read when the loop starts.</summary>
public sealed class ToolLoopOptions
{
    /// <summary>How often the model may ask for tools.</summary>
    /// <value>1 or more; 10 by default. One more call of the model follows the last round.</value>
    public int MaxRounds { get; set; } = 10;

    /// <summary>Whether the calls of one turn run at the same time.</summary>
    /// <value>True by default; else one after the other, in the order of the turn.</value>
    public bool RunInParallel { get; set; } = true;

    /// <summary>What the model gets to read when a tool throws.</summary>
    /// <value>
    /// Null by default: the kind of the exception, without its message, which can hold what the model must not see. Give <c>e => e.Message</c> when
    /// your tools throw messages that help the model.
    /// </value>
    public Func<Exception, string>? DescribeFailure { get; set; }

    /// <summary>Sees every answer of the model, before its tools run.</summary>
    /// <value>Null for nothing.</value>
    public Action<ConverseResponse>? OnResponse { get; set; }
}
