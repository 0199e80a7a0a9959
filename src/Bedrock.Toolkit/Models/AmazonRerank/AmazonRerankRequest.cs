namespace Bedrock.Toolkit.Models;

/// <summary>A question and the documents to put in order for Amazon Rerank 1.0. The names are unconfirmed: AWS documents this model for its Rerank API
/// only.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-supported.html</remarks>
public sealed partial class AmazonRerankRequest : BedrockObject
{
    /// <summary>The question.</summary>
    /// <value>Not blank.</value>
    [JsonPropertyName("query"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Query { get; set; }

    /// <summary>The documents.</summary>
    /// <value>1 or more texts, none of them blank.</value>
    [JsonPropertyName("documents"), JsonConverter(typeof(AmazonRerankListConverter<string>)), AllowNull]
    public required IList<string> Documents { get; set => field = value ?? []; } = [];

    /// <summary>How many of the best to give.</summary>
    /// <value>1 or more; all when it is missing; omitted when null.</value>
    [JsonPropertyName("top_n"), JsonConverter(typeof(CountConverter))]
    public int? TopN { get; set; }

    /// <summary>A request from a question and documents.</summary>
    /// <param name="query">The question.</param>
    /// <param name="documents">The documents.</param>
    /// <returns>The request.</returns>
    public static AmazonRerankRequest For(string query, params IEnumerable<string> documents) => new() { Query = query, Documents = [.. documents] };
}
