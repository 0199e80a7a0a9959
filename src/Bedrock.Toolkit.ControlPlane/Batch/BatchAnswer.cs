using System.Diagnostics.CodeAnalysis;

namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>What became of one record: an answer or a failure, never both. Immutable and thread-safe, as far as the response is.</summary>
/// <typeparam name="TResponse">The response body.</typeparam>
public sealed class BatchAnswer<TResponse>
{
    internal BatchAnswer(string key, TResponse response)
    {
        Key = key;
        Response = response;
    }

    internal BatchAnswer(string key, BatchFailure failure)
    {
        Key = key;
        Failure = failure;
    }

    /// <summary>The key that the record was given with.</summary>
    public string Key { get; }

    /// <summary>The answer.</summary>
    /// <value>Null when the record failed.</value>
    public TResponse? Response { get; }

    /// <summary>Why there is no answer.</summary>
    /// <value>Null when there is one.</value>
    public BatchFailure? Failure { get; }

    /// <summary>Whether there is an answer.</summary>
    [MemberNotNullWhen(true, nameof(Response))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    /// <summary>The key, and why it failed where it did; never the answer.</summary>
    /// <returns>A text for diagnostics.</returns>
    public override string ToString() => Failure is null ? Key : $"{Key}: {Failure.Reason} {Failure.Code}";
}

/// <summary>The vector of one text, or why it has none. Immutable and thread-safe.</summary>
public sealed class BatchEmbedding
{
    internal BatchEmbedding(long index, ReadOnlyMemory<float> vector, BatchFailure? failure)
    {
        Index = index;
        Vector = vector;
        Failure = failure;
    }

    /// <summary>The place of the text, from 0.</summary>
    public long Index { get; }

    /// <summary>The vector.</summary>
    /// <value>Empty when the text failed.</value>
    public ReadOnlyMemory<float> Vector { get; }

    /// <summary>Why there is no vector.</summary>
    /// <value>Null when there is one.</value>
    public BatchFailure? Failure { get; }

    /// <summary>Whether there is a vector.</summary>
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;
}

/// <summary>Why a record has no answer. Immutable and thread-safe.</summary>
public sealed record BatchFailure
{
    internal BatchFailure(BatchFailureReason reason, string? code, string message, string? jobArn)
    {
        Reason = reason;
        Code = code;
        Message = message;
        JobArn = jobArn;
    }

    /// <summary>What kind of failure it is.</summary>
    public BatchFailureReason Reason { get; }

    /// <summary>The error code of the record, or the status of its job.</summary>
    /// <value>Such as <c>400</c> or <c>Failed</c>; null when the service gave none.</value>
    public string? Code { get; }

    /// <summary>What the service says: of the record, or in the <c>message</c> of the job.</summary>
    public string Message { get; }

    /// <summary>The job that had the record last.</summary>
    public string? JobArn { get; }

    /// <summary>How often the record was sent.</summary>
    /// <value>1 or more.</value>
    public int Rounds { get; init; } = 1;
}

/// <summary>The kinds of failures of a record.</summary>
public enum BatchFailureReason
{
    /// <summary>The service gave an error in the place of the answer.</summary>
    Error,

    /// <summary>The job ended without a result for the record.</summary>
    Missing,

    /// <summary>The job failed as a whole, or somebody stopped it: its message says why. Such records are not sent again.</summary>
    Job,

    /// <summary>There is an answer that cannot be read as the model's response.</summary>
    Unreadable,
}
