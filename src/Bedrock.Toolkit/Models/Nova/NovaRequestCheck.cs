namespace Bedrock.Toolkit.Models;

/// <summary>Refuses requests that the service would surely refuse. Ranges that the service owns (temperature and the like) are left to it. Stateless
/// and thread-safe.</summary>
internal static class NovaRequestCheck
{
    private const int MaxToolName = 64;

    /// <summary>The check for a model.</summary>
    public static Action<NovaRequest> For(ModelRules rules) => request =>
    {
        ArgumentNullException.ThrowIfNull(request);
        FamilyChecks.Refuse(FaultOf(request, rules));
    };

    private static string? FaultOf(NovaRequest request, ModelRules rules)
    {
        NovaInferenceConfig? config = request.InferenceConfig;
        int cachePoints = 0;
        return FaultOfInference(request)
            ?? FaultOfTools(request.ToolConfig)
            ?? (request.System is { } system ? NovaContentCheck.FaultOf(system, "System", isUser: true, ref cachePoints) : null)
            ?? NovaContentCheck.FaultOfMessages(request.Messages, rules, ref cachePoints)
            ?? (cachePoints > rules.MaxCachePoints
                ? $"System and Messages hold {cachePoints} cache points; a request may have {rules.MaxCachePoints}."
                : null)
            ?? (rules.FaultOfSampling(config?.Temperature is not null, config?.TopP is not null, config?.TopK is not null) is { } fault
                ? $"InferenceConfig.{fault}"
                : null);
    }

    private static string? FaultOfInference(NovaRequest request)
    {
        NovaInferenceConfig? config = request.InferenceConfig;
        if (config?.MaxTokens < 1 || config?.MaxNewTokens < 1)
        {
            return "InferenceConfig.MaxTokens must be at least 1.";
        }

        if (FamilyChecks.FaultOfNumbers(("InferenceConfig.Temperature", config?.Temperature), ("InferenceConfig.TopP", config?.TopP)) is { } fault)
        {
            return fault;
        }

        if (config?.StopSequences?.Contains(null!) == true)
        {
            return "InferenceConfig.StopSequences must not hold null.";
        }

        return FaultOfReasoning(config?.ReasoningConfig, "InferenceConfig.ReasoningConfig", config)
            ?? FaultOfReasoning(request.ReasoningConfig, "ReasoningConfig", config);
    }

    private static string? FaultOfReasoning(NovaReasoningConfig? reasoning, string path, NovaInferenceConfig? config)
    {
        switch (reasoning)
        {
            case { Type: { Value: null } }:
                return $"{path}.Type has no value: use one of the named values or create it from a string.";
            case { MaxReasoningEffort: { Value: null } }:
                return $"{path}.MaxReasoningEffort has no value: use one of the named values or create it from a string.";
        }

        if (reasoning?.Type != NovaReasoningType.Enabled)
        {
            return null;
        }

        if (reasoning.MaxReasoningEffort is null)
        {
            return $"{path}.MaxReasoningEffort must be set when reasoning is enabled.";
        }

        return reasoning.MaxReasoningEffort == NovaReasoningEffort.High && config is not null and not { Temperature: null, TopP: null, TopK: null }
            ? $"InferenceConfig.Temperature, TopP and TopK must be null when {path}.MaxReasoningEffort is 'high'."
            : null;
    }

    private static string? FaultOfTools(NovaToolConfig? config) =>
        FamilyChecks.FaultOfEach(config?.Tools, "ToolConfig.Tools", static tool => tool switch
        {
            null => " must not be null.",
            NovaTool { ToolSpec: null } => ".ToolSpec must not be null.",
            NovaTool { ToolSpec: { } spec } => FaultOf(spec),
            NovaSystemTool { SystemTool: null } => ".SystemTool must not be null.",
            NovaSystemTool { SystemTool: { } spec } when string.IsNullOrWhiteSpace(spec.Name) => ".SystemTool.Name must not be blank.",
            _ => null,
        })
        ?? (config?.ToolChoice is NovaNamedToolChoice named && string.IsNullOrWhiteSpace(named.ToolName?.Name)
            ? "ToolConfig.ToolChoice.ToolName.Name must not be blank."
            : null);

    private static string? FaultOf(NovaToolSpec spec)
    {
        if (string.IsNullOrWhiteSpace(spec.Name))
        {
            return ".ToolSpec.Name must not be blank.";
        }

        if (spec.Name.Length > MaxToolName)
        {
            return $".ToolSpec.Name has {spec.Name.Length} characters; it may have {MaxToolName}.";
        }

        return spec.InputSchema is not { Json: { ValueKind: JsonValueKind.Object } schema } ? ".ToolSpec.InputSchema.Json must be a JSON object."
            : Converse.ConverseToolCheck.IsOfObject(schema) ? null
            : ".ToolSpec.InputSchema.Json must be of type object.";
    }
}
