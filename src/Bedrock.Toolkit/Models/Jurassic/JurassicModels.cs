namespace Bedrock.Toolkit.Models;

/// <summary>The Jurassic-2 models of AI21 Labs, all past their end of life; <see cref="FromId"/> takes provisioned copies. Thread-safe.</summary>
/// <remarks>
/// No streaming. Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jurassic2.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html
/// </remarks>
public static class JurassicModels
{
    private const string RetiredUrl = "docs/diagnostics.md#{0}";
    private const string NovaMicro = "amazon.nova-micro-v1:0";
    private const string NovaPro = "amazon.nova-pro-v1:0";

    /// <summary>Jurassic-2 Mid: <c>ai21.j2-mid-v1</c>; answers of up to 8,191 tokens.</summary>
    /// <remarks>Retired: served until 2025-03-12.</remarks>
    [Obsolete("AWS has retired Jurassic-2 Mid: use amazon.nova-micro-v1:0 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static Model<JurassicRequest, JurassicResponse> Mid { get; } = Create("ai21.j2-mid-v1", 8_191, Retired(NovaMicro));

    /// <summary>Jurassic-2 Ultra: <c>ai21.j2-ultra-v1</c>; answers of up to 8,191 tokens.</summary>
    /// <remarks>Retired: served until 2025-03-12.</remarks>
    [Obsolete("AWS has retired Jurassic-2 Ultra: use amazon.nova-pro-v1:0 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static Model<JurassicRequest, JurassicResponse> Ultra { get; } = Create("ai21.j2-ultra-v1", 8_191, Retired(NovaPro));

    /// <summary>J2 Grande Instruct: <c>ai21.j2-grande-instruct</c>; its longest answer is unconfirmed.</summary>
    /// <remarks>Retired: served until 2025-03-12.</remarks>
    [Obsolete("AWS has retired J2 Grande Instruct: use amazon.nova-micro-v1:0 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static Model<JurassicRequest, JurassicResponse> GrandeInstruct { get; } = Create("ai21.j2-grande-instruct", null, Retired(NovaMicro));

    /// <summary>J2 Jumbo Instruct: <c>ai21.j2-jumbo-instruct</c>; its longest answer is unconfirmed.</summary>
    /// <remarks>Retired: served until 2025-03-12.</remarks>
    [Obsolete("AWS has retired J2 Jumbo Instruct: use amazon.nova-pro-v1:0 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static Model<JurassicRequest, JurassicResponse> JumboInstruct { get; } = Create("ai21.j2-jumbo-instruct", null, Retired(NovaPro));

    /// <summary>A model with the JSON of Jurassic-2 under any id: a provisioned copy, or an alias such as <c>ai21.j2-mid</c>.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static Model<JurassicRequest, JurassicResponse> FromId(ModelId id) => Create(id, null, ModelLifecycle.Active);

    private static ModelLifecycle Retired(string replacement) => ModelLifecycle.Retired(2025, 3, 12) with { Replacement = replacement };

    private static Model<JurassicRequest, JurassicResponse> Create(ModelId id, int? maxOutputTokens, ModelLifecycle lifecycle) =>
        new(id, JurassicJsonContext.Default.JurassicRequest, JurassicJsonContext.Default.JurassicResponse)
        {
            Capabilities = new ModelCapabilities { MaxOutputTokens = maxOutputTokens },
            Lifecycle = lifecycle,
            CheckRequest = JurassicRequestCheck.Check,
            ReadMaxTokens = static request => request.MaxTokens,
        };
}
