using Bedrock.Toolkit.Costs;

namespace Bedrock.Toolkit.Diagnostics;

/// <summary>What a call is about, for its telemetry; made only when somebody listens.</summary>
/// <param name="Operation">The name in OpenTelemetry's conventions, such as <c>chat</c>.</param>
/// <param name="ApiOperation">The name in the AWS API, such as <c>InvokeModel</c>.</param>
/// <param name="Model">The model id as it may be shown.</param>
/// <param name="MaxTokens">The most tokens that the call may write, when it says so.</param>
/// <param name="Path">The path of the request.</param>
/// <param name="Headers">The caller's headers.</param>
/// <param name="Show">Gives a model id as it may be shown.</param>
internal sealed record CallSubject(
    string Operation, string ApiOperation, string? Model, int? MaxTokens, string Path, IReadOnlyList<KeyValuePair<string, string>> Headers,
        Func<string?, string?> Show)
{
    /// <summary>Where it goes, when that is known already.</summary>
    public Uri? Address { get; init; }

    /// <summary>What the model writes.</summary>
    public ModelModalities Output { get; init; }

    /// <summary>Whether a layer around the call says that it measures it too.</summary>
    public bool IsMeasuredOutside { get; init; }

    /// <summary>What the tokens cost; null when the client has no prices.</summary>
    public PriceTable? Prices { get; init; }

    /// <summary>The model id as it was called, never shown.</summary>
    public string? CalledModel { get; init; }

    /// <summary>Says which kind of operation an API call is.</summary>
    public static string NameOf(string apiOperation, ModelModalities output, string? model, ReadOnlySpan<byte> body) => apiOperation switch
    {
        "Converse" or "ConverseStream" or "CreateChatCompletion" or "CreateResponse" or "CreateMessage" => "chat",
        "InvokeModel" or "InvokeModelWithResponseStream" => output switch
        {
            ModelModalities.None when model?.Contains("embed", StringComparison.Ordinal) == true => "embeddings", // a raw call, whose model says nothing else
            ModelModalities.Embedding => "embeddings",
            ModelModalities.Score => "rerank",
            ModelModalities.Text or ModelModalities.None => RequestFacts.KindOf(body),
            _ => "generate_content",
        },
        "StartAsyncInvoke" => "generate_content",
        _ => ToSnakeCase(apiOperation),
    };

    private static string ToSnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}
