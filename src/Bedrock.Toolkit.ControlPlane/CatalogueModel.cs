using Bedrock.Toolkit.Doors;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.ControlPlane;

/// <summary>A model as a Region lists it, with its profiles and the library's rules for it. Immutable, but for <see cref="Summary"/>.</summary>
public sealed class CatalogueModel
{
    private const string Global = "global";

    internal CatalogueModel(FoundationModelSummary summary, IEnumerable<ModelProfile> profiles, IEnumerable<string> provisionedIds)
    {
        Summary = summary;
        Id = summary.ModelId!;
        Profiles = [.. profiles.OrderBy(static profile => profile.Geography == Global)];
        ProvisionedIds = [.. provisionedIds.Select(static id => new ModelId(id))];
        Input = ModalitiesOf(summary.InputModalities);
        Output = ModalitiesOf(summary.OutputModalities);
    }

    /// <summary>What the service says, with what this version does not know.</summary>
    public FoundationModelSummary Summary { get; }

    /// <summary>The model's own id. Whether it can be called by it says <see cref="CallId"/>.</summary>
    public ModelId Id { get; }

    /// <summary>The name for people.</summary>
    /// <value>The id when the service did not say.</value>
    public string Name => Summary.ModelName ?? Id.Value;

    /// <summary>Who made it.</summary>
    /// <value>Null when the service did not say.</value>
    public string? Provider => Summary.ProviderName;

    /// <summary>What it reads.</summary>
    public ModelModalities Input { get; }

    /// <summary>What it writes.</summary>
    public ModelModalities Output { get; }

    /// <summary>Where and in which shape it answers, and why.</summary>
    public BedrockDoor Door => BedrockDoor.For(CallId ?? Id);

    /// <summary>Whether its answers can be streamed.</summary>
    public bool Streaming => Summary.ResponseStreamingSupported == true;

    /// <summary>Whether its end is announced.</summary>
    public bool IsLegacy => Summary.ModelLifecycle?.Status == FoundationModelLifecycleStatus.Legacy;

    /// <summary>Since when it is legacy.</summary>
    /// <value>Null when it is not, or the service did not say.</value>
    public DateTimeOffset? LegacyFrom => Summary.ModelLifecycle?.LegacyTime;

    /// <summary>From when on it costs more, until its end.</summary>
    /// <value>Null when the service did not say.</value>
    public DateTimeOffset? ExtendedAccessFrom => Summary.ModelLifecycle?.PublicExtendedAccessTime;

    /// <summary>When it ends.</summary>
    /// <value>Null when the service did not say.</value>
    public DateTimeOffset? EndOfLife => Summary.ModelLifecycle?.EndOfLifeTime;

    /// <summary>The profiles of AWS that lead to it from this Region; the global one last.</summary>
    public IReadOnlyList<ModelProfile> Profiles { get; }

    /// <summary>Its variants that only a provisioned throughput serves.</summary>
    public IReadOnlyList<ModelId> ProvisionedIds { get; }

    /// <summary>Whether its own id can be called.</summary>
    public bool IsOnDemand => Summary.InferenceTypesSupported?.Contains(InferenceType.OnDemand) == true;

    /// <summary>The id to call from this Region: its own, or the profile's that it needs.</summary>
    /// <value>A profile that stays in the geography goes before the global one. Null when only a provisioned throughput serves the model here.</value>
    public ModelId? CallId => IsOnDemand ? Id : Profiles.Count > 0 ? Profiles[0].Id : default(ModelId?);

    /// <summary>What the library knows of its requests.</summary>
    public ModelRules Rules => ModelRules.For(Id);

    /// <summary>Whether it ends within some time.</summary>
    /// <param name="now">The time.</param>
    /// <param name="within">The span, such as 60 days.</param>
    /// <returns>False also when no end is announced.</returns>
    public bool EndsWithin(DateTimeOffset now, TimeSpan within) => EndOfLife is { } end && end - now <= within;

    /// <summary>The id and where it stands in its life.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => EndOfLife is { } end ? $"{Id} (ends {end:yyyy-MM-dd})" : IsLegacy ? $"{Id} (legacy)" : Id.Value;

    // The service has words that its model does not name; what is new counts as nothing.
    private static ModelModalities ModalitiesOf(IList<ModelModality>? words)
    {
        ModelModalities all = ModelModalities.None;
        foreach (ModelModality word in words ?? [])
        {
            all |= word.Value switch
            {
                "TEXT" => ModelModalities.Text,
                "IMAGE" => ModelModalities.Image,
                "EMBEDDING" => ModelModalities.Embedding,
                "AUDIO" or "SPEECH" => ModelModalities.Audio,
                "VIDEO" => ModelModalities.Video,
                _ => ModelModalities.None,
            };
        }

        return all;
    }
}
