using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Converse;

/// <summary>Refuses a request that the service would surely refuse. Immutable and thread-safe.</summary>
/// <remarks>A fault is a path relative to what was looked at, and the rule; the callers put the path before it together, so that a good request costs
/// nothing.</remarks>
internal sealed class ConverseRequestCheck
{
    private const int MaxPaths = 10;
    private const int MaxMetadataPairs = 16;
    private const int MaxText = 256;

    private static readonly ConditionalWeakTable<ModelRules, ConverseRequestCheck> Checks = [];

    private readonly ModelRules _rules;

    private ConverseRequestCheck(ModelRules rules)
    {
        _rules = rules;
        Check = request => Throw(request.Messages.Count == 0 ? "Messages must not be empty." : FaultOfCall(request), request);
        CheckStream = request => Throw(request.Messages.Count == 0 ? "Messages must not be empty." : FaultOf(request), request);
        CheckPrompt = request => Throw(FaultOfCall(request), request);
        CheckPromptStream = request => Throw(FaultOf(request), request);
    }

    public Action<ConverseRequest> Check { get; }

    public Action<ConverseRequest> CheckStream { get; }

    /// <summary>For a managed prompt, which has messages of its own.</summary>
    public Action<ConverseRequest> CheckPrompt { get; }

    /// <summary>For a managed prompt, which has messages of its own.</summary>
    public Action<ConverseRequest> CheckPromptStream { get; }

    /// <summary>The check for a model; made once for each line of models.</summary>
    public static ConverseRequestCheck For(ModelRules rules) => Checks.GetValue(rules, static key => new ConverseRequestCheck(key));

    private static void Throw(string? fault, ConverseRequest request)
    {
        if (fault is not null)
        {
            throw new ArgumentException($"{nameof(ConverseRequest)}.{fault}", nameof(request));
        }
    }

    private string? FaultOfCall(ConverseRequest request) => request.GuardrailConfig?.StreamProcessingMode is not null
        ? "GuardrailConfig.StreamProcessingMode is for streams: leave it out, or call ConverseStreamAsync."
        : FaultOf(request);

    private string? FaultOf(ConverseRequest request) =>
        ConverseMessageCheck.FaultOf(request.Messages)
        ?? ConverseMessageCheck.FaultOfSystem(request.System)
        ?? ConverseToolCheck.FaultOf(request.ToolConfig)
        ?? ConverseToolCheck.FaultOfHistory(request)
        ?? ConverseCacheCheck.FaultOf(request, _rules)
        ?? ConverseRuleCheck.FaultOf(request, _rules)
        ?? FaultOfSettings(request)
        ?? FaultOfMaps(request);

    private static string? FaultOfSettings(ConverseRequest request)
    {
        switch (request)
        {
            case { AdditionalModelRequestFields.ValueKind: not JsonValueKind.Object }:
                return "AdditionalModelRequestFields must be a JSON object.";
            case { ServiceTier.Type.Value: null, ServiceTier: not null }:
                return "ServiceTier.Type must be set.";
            case { OutputConfig.TextFormat.Structure: JsonSchemaOutputStructure { JsonSchema: null } }:
                return "OutputConfig.TextFormat.Structure.JsonSchema must not be null.";
            case { OutputConfig.TextFormat.Structure: JsonSchemaOutputStructure { JsonSchema.Schema: var schema } } when string.IsNullOrWhiteSpace(schema):
                return "OutputConfig.TextFormat.Structure.JsonSchema.Schema must not be blank.";
            case { GuardrailConfig: { } guardrail } when string.IsNullOrEmpty(guardrail.GuardrailIdentifier) != string.IsNullOrEmpty(
                guardrail.GuardrailVersion):
                return "GuardrailConfig.GuardrailIdentifier and GuardrailVersion belong together: set both or none.";
            case { InferenceConfig.MaxTokens: < 1 }:
                return "InferenceConfig.MaxTokens must be at least 1.";
            case { InferenceConfig.Temperature: (< 0 or > 1 or double.NaN) and { } temperature }:
                return string.Create(CultureInfo.InvariantCulture, $"InferenceConfig.Temperature must be between 0 and 1; it is {temperature}.");
            case { InferenceConfig.TopP: (< 0 or > 1 or double.NaN) and { } topP }:
                return string.Create(CultureInfo.InvariantCulture, $"InferenceConfig.TopP must be between 0 and 1; it is {topP}.");
            case { AdditionalModelResponseFieldPaths.Count: > MaxPaths }:
                return $"AdditionalModelResponseFieldPaths has {request.AdditionalModelResponseFieldPaths.Count} paths; the service takes at most {MaxPaths}.";
            default:
                break;
        }

        return FamilyChecks.FaultOfEach(request.AdditionalModelResponseFieldPaths, "AdditionalModelResponseFieldPaths",
                static path => path is { Length: > 0 and <= MaxText } ? null : $" must have 1 to {MaxText} characters.")
            ?? FamilyChecks.FaultOfEach(request.InferenceConfig?.StopSequences, "InferenceConfig.StopSequences",
                static text => string.IsNullOrEmpty(text) ? " must not be empty." : null);
    }

    // Keys and values are the caller's own data: the messages do not quote them.
    private static string? FaultOfMaps(ConverseRequest request)
    {
        if (request.RequestMetadata is { } metadata)
        {
            if (metadata.Count > MaxMetadataPairs)
            {
                return $"RequestMetadata has {metadata.Count} pairs; the service takes at most {MaxMetadataPairs}.";
            }

            if (metadata.Any(pair => pair.Key is not { Length: > 0 and <= MaxText } || pair.Value is not { Length: <= MaxText }))
            {
                return $"RequestMetadata takes keys of 1 to {MaxText} and values of at most {MaxText} characters.";
            }
        }

        return request.PromptVariables?.Any(pair => pair.Value is null) == true ? "PromptVariables must not hold null." : null;
    }
}
