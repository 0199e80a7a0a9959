using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.AsyncInvoke;

/// <summary>Which jobs to list.</summary>
/// <remarks>It is sent as the query of the call; <see cref="BedrockObject.AdditionalProperties"/> that are strings, numbers or booleans go there, too.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ListAsyncInvokes.html</remarks>
public sealed partial class ListAsyncInvokesRequest : BedrockObject
{
    /// <summary>Only jobs started after this.</summary>
    /// <value>All when null.</value>
    [JsonPropertyName("submitTimeAfter"), JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? SubmitTimeAfter { get; set; }

    /// <summary>Only jobs started before this.</summary>
    /// <value>All when null.</value>
    [JsonPropertyName("submitTimeBefore"), JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? SubmitTimeBefore { get; set; }

    /// <summary>Only jobs that stand so.</summary>
    /// <value>All when null.</value>
    [JsonPropertyName("statusEquals")]
    public AsyncInvokeStatus? StatusEquals { get; set; }

    /// <summary>The most jobs of one page.</summary>
    /// <value>1 to 1,000; the service decides when null. It does not limit the whole list.</value>
    [JsonPropertyName("maxResults"), JsonConverter(typeof(CountConverter))]
    public int? MaxResults { get; set; }

    /// <summary>Where to begin, from a page before.</summary>
    /// <value>At the start when null.</value>
    [JsonPropertyName("nextToken")]
    public string? NextToken { get; set; }

    /// <summary>What to sort by.</summary>
    /// <value><see cref="SortAsyncInvocationBy.SubmissionTime"/> in the service when null.</value>
    [JsonPropertyName("sortBy")]
    public SortAsyncInvocationBy? SortBy { get; set; }

    /// <summary>The order.</summary>
    /// <value>The service decides when null.</value>
    [JsonPropertyName("sortOrder")]
    public SortOrder? SortOrder { get; set; }
}
