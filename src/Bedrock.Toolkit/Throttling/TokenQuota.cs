namespace Bedrock.Toolkit;

/// <summary>What an account may use of some models, for a <see cref="TokenGovernor"/>. Immutable and thread-safe.</summary>
/// <remarks>
/// The numbers of an account stand in the Service Quotas console. Bedrock counts each model apart in each Region, and calls through
/// cross-Region inference profiles apart from calls on demand; so does the governor.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-runtime.html
/// </remarks>
public sealed class TokenQuota
{
    /// <summary>The ids that the quota is for.</summary>
    /// <value>
    /// An id or ARN as it is called, where <c>*</c> stands for any characters and <c>?</c> for one: <c>us.anthropic.claude-sonnet-4-5-*</c>.
    /// Case matters. The first quota of the list that fits an id is taken.
    /// </value>
    public required string Models { get; init; }

    /// <summary>Tokens that may be used in a minute, read and written together.</summary>
    /// <value>Positive; no limit when null.</value>
    public long? TokensPerMinute { get; init; }

    /// <summary>Tokens that may be used in a day, read and written together.</summary>
    /// <value>Positive; no limit when null. Refilled evenly over the day.</value>
    public long? TokensPerDay { get; init; }

    /// <summary>Calls that may start in a minute.</summary>
    /// <value>Positive; no limit when null.</value>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Calls that may run at the same time; a stream runs until its end.</summary>
    /// <value>Positive; no limit when null.</value>
    public int? MaxConcurrency { get; init; }

    /// <summary>How many tokens of the quota a written token takes once the call has ended.</summary>
    /// <value>
    /// Positive. When null, 5 for Claude 3.7, Claude 4 and later, and 1 for all others, as documented.
    /// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html
    /// </value>
    public double? OutputWeight { get; init; }

    /// <summary>The output that is reserved for a call that sets no maximum, when the descriptor of the model does not know its longest answer.</summary>
    /// <value>0 or more tokens; 4,096 by default.</value>
    public int AssumedMaxTokens { get; init; } = 4096;

    /// <summary>A name for one common count of all ids that the quotas of this name are for, in each Region.</summary>
    /// <value>
    /// When null, every model, geography of a profile, and ARN that hides its model counts apart. Set it where AWS counts together what the
    /// ids do not show: an application inference profile and the model below it.
    /// </value>
    public string? Pool { get; init; }
}
