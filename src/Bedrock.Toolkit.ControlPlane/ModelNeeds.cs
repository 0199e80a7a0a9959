namespace Bedrock.Toolkit.ControlPlane;

/// <summary>What a model has to be able to do. What is not set is not asked for. Not thread-safe.</summary>
public sealed class ModelNeeds
{
    /// <summary>What it has to read.</summary>
    /// <value>Nothing in particular by default.</value>
    public ModelModalities Input { get; set; }

    /// <summary>What it has to write.</summary>
    /// <value>Nothing in particular by default.</value>
    public ModelModalities Output { get; set; }

    /// <summary>Whether its answers have to stream.</summary>
    public bool Streaming { get; set; }

    /// <summary>Whether it has to take tools, by the library's rules.</summary>
    public bool Tools { get; set; }

    /// <summary>Whether it has to cache prompts, by the library's rules.</summary>
    public bool PromptCaching { get; set; }

    /// <summary>Who has to have made it, in capitals or not.</summary>
    public string? Provider { get; set; }

    /// <summary>How it has to be customisable.</summary>
    public ModelCustomization? Customization { get; set; }

    /// <summary>Where calls have to stay: in the Region itself, or in this geography.</summary>
    /// <value>Such as <c>eu</c>. A model that only a global profile serves does not do.</value>
    public string? Geography { get; set; }

    /// <summary>A time at which it must not have ended.</summary>
    public DateTimeOffset? LivesUntil { get; set; }

    /// <summary>Whether models whose end is announced do as well.</summary>
    /// <value>False by default.</value>
    public bool TakesLegacy { get; set; }

    /// <summary>Whether models do as well that only a provisioned throughput serves.</summary>
    /// <value>False by default.</value>
    public bool TakesProvisioned { get; set; }

    /// <summary>Whether the account has to be allowed to call it. Costs a call for each model.</summary>
    /// <value>False by default.</value>
    public bool HasAccess { get; set; }

    /// <summary>Whether a model serves them all; access is not looked at.</summary>
    /// <param name="model">The model.</param>
    /// <returns>Whether it does.</returns>
    public bool AreServedBy(CatalogueModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return (model.Input & Input) == Input
            && (model.Output & Output) == Output
            && (!Streaming || model.Streaming)
            && (!Tools || model.Rules.TakesTools)
            && (!PromptCaching || model.Rules.Caching != default)
            && (Provider is null || string.Equals(Provider, model.Provider, StringComparison.OrdinalIgnoreCase))
            && (Customization is not { } kind || model.Summary.CustomizationsSupported?.Contains(kind) == true)
            && (Geography is null || model.IsOnDemand || model.Profiles.Any(profile => profile.Geography == Geography))
            && (LivesUntil is not { } until || model.EndOfLife is not { } end || end > until)
            && (TakesLegacy || !model.IsLegacy)
            && (TakesProvisioned || model.CallId is not null);
    }
}
