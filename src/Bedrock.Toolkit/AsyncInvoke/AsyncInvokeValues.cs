using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.AsyncInvoke;

/// <summary>Where a job stands. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GetAsyncInvoke.html</remarks>
[JsonConverter(typeof(OpenValueConverter<AsyncInvokeStatus>))]
public readonly partial struct AsyncInvokeStatus : IOpenValue<AsyncInvokeStatus>
{
    /// <summary>It runs, or waits to.</summary>
    public static AsyncInvokeStatus InProgress { get; } = new("InProgress");

    /// <summary>It ended, and its output is in S3.</summary>
    public static AsyncInvokeStatus Completed { get; } = new("Completed");

    /// <summary>It ended without its output.</summary>
    public static AsyncInvokeStatus Failed { get; } = new("Failed");
}

/// <summary>What a list of jobs is sorted by. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ListAsyncInvokes.html</remarks>
[JsonConverter(typeof(OpenValueConverter<SortAsyncInvocationBy>))]
public readonly partial struct SortAsyncInvocationBy : IOpenValue<SortAsyncInvocationBy>
{
    /// <summary>When they were started.</summary>
    public static SortAsyncInvocationBy SubmissionTime { get; } = new("SubmissionTime");
}

/// <summary>The order of a list. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ListAsyncInvokes.html</remarks>
[JsonConverter(typeof(OpenValueConverter<SortOrder>))]
public readonly partial struct SortOrder : IOpenValue<SortOrder>
{
    /// <summary>The smallest, or oldest, first.</summary>
    public static SortOrder Ascending { get; } = new("Ascending");

    /// <summary>The largest, or newest, first.</summary>
    public static SortOrder Descending { get; } = new("Descending");
}
