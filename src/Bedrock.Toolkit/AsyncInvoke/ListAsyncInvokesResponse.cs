using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A page of a list of jobs. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ListAsyncInvokes.html</remarks>
public sealed class ListAsyncInvokesResponse : BedrockResponse
{
    /// <summary>What asks for the next page.</summary>
    /// <value>Null on the last page.</value>
    [JsonPropertyName("nextToken")]
    public string? NextToken { get; set; }

    /// <summary>The jobs.</summary>
    /// <value>Empty when there are none.</value>
    [JsonPropertyName("asyncInvokeSummaries")]
    [JsonConverter(typeof(AsyncInvokeListConverter<AsyncInvokeSummary>))]
    [AllowNull]
    public IList<AsyncInvokeSummary> AsyncInvokeSummaries
    {
        get;
        set => field = value ?? [];
    }
    = [];
}
