namespace Bedrock.Toolkit.Converse;

/// <summary>Puts the settings of a call that are headers of InvokeModel into the body of Converse. Stateless and thread-safe.</summary>
internal static class ConverseOptions
{
    /// <summary>The request with the settings; the one given stays as it is.</summary>
    /// <exception cref="ArgumentException">A setting stands in both places and differs, or only half of the guardrail is set.</exception>
    public static ConverseRequest Apply(ConverseRequest request, InvokeOptions options)
    {
        ConverseRequest copy = request.ShallowCopy();
        copy.GuardrailConfig = Guardrail(request.GuardrailConfig, options);
        if (options.PerformanceLatency is { } latency)
        {
            Refuse(request.PerformanceConfig is { Latency: { } own } && own != latency, nameof(options.PerformanceLatency), "PerformanceConfig.Latency");
            copy.PerformanceConfig = request.PerformanceConfig?.Clone() ?? new PerformanceConfiguration();
            copy.PerformanceConfig.Latency = latency;
        }

        if (options.ServiceTier is { } tier)
        {
            Refuse(request.ServiceTier is { Type: { Value: not null } own } && own != tier, nameof(options.ServiceTier), "ServiceTier.Type");
            copy.ServiceTier = request.ServiceTier?.Clone() ?? new ServiceTier();
            copy.ServiceTier.Type = tier;
        }

        if (options.RequestMetadata.Count > 0)
        {
            copy.RequestMetadata = Metadata(request.RequestMetadata, options.RequestMetadata);
        }

        return copy;
    }

    private static GuardrailConfiguration? Guardrail(GuardrailConfiguration? own, InvokeOptions options)
    {
        if (options is { GuardrailId: null, GuardrailVersion: null, GuardrailTrace: null })
        {
            return own;
        }

        if (options.GuardrailId is null != options.GuardrailVersion is null)
        {
            throw new ArgumentException("InvokeOptions.GuardrailId and GuardrailVersion belong together: set both or none.", nameof(options));
        }

        Refuse(Differ(own?.GuardrailIdentifier, options.GuardrailId), nameof(options.GuardrailId), "GuardrailConfig.GuardrailIdentifier");
        Refuse(Differ(own?.GuardrailVersion, options.GuardrailVersion), nameof(options.GuardrailVersion), "GuardrailConfig.GuardrailVersion");
        GuardrailConfiguration copy = own?.Clone() ?? new GuardrailConfiguration();
        copy.GuardrailIdentifier ??= options.GuardrailId;
        copy.GuardrailVersion ??= options.GuardrailVersion;
        if (options.GuardrailTrace is { } trace)
        {
            // The header has ENABLED where the body has enabled.
            var lower = new GuardrailTrace(trace.ToString().ToLowerInvariant());
            Refuse(own?.Trace is { } ownTrace && ownTrace != lower, nameof(options.GuardrailTrace), "GuardrailConfig.Trace");
            copy.Trace = lower;
        }

        return copy;
    }

    private static Dictionary<string, string> Metadata(IDictionary<string, string>? own, IDictionary<string, string> ofCall)
    {
        var both = own is null ? [] : new Dictionary<string, string>(own, StringComparer.Ordinal);
        foreach ((string key, string value) in ofCall)
        {
            Refuse(both.TryGetValue(key, out string? other) && other != value, nameof(InvokeOptions.RequestMetadata), "RequestMetadata (one of the keys)");
            both[key] = value;
        }

        return both;
    }

    private static bool Differ(string? own, string? ofCall) => own is not null && ofCall is not null && own != ofCall;

    private static void Refuse(bool differs, string option, string member)
    {
        if (differs)
        {
            throw new ArgumentException($"InvokeOptions.{option} and ConverseRequest.{member} are both set and differ: set one of them.", "options");
        }
    }
}
