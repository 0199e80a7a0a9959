namespace Bedrock.Toolkit.ControlPlane;

/// <summary>An inference profile of AWS: the id under which a model is called, and where its calls may go. Immutable.</summary>
public sealed class ModelProfile
{
    private ModelProfile(ModelId id, string geography, string? arn, IReadOnlyList<string> regions) =>
        (Id, Geography, Arn, Regions) = (id, geography, arn, regions);

    /// <summary>The id to call, such as <c>eu.amazon.nova-lite-v1:0</c>.</summary>
    public ModelId Id { get; }

    /// <summary>Where its calls stay.</summary>
    /// <value>Such as <c>eu</c>; <c>global</c> for anywhere.</value>
    public string Geography { get; }

    /// <summary>Its ARN, for policies.</summary>
    /// <value>Null when the service did not say.</value>
    public string? Arn { get; }

    /// <summary>The Regions that its calls may go to.</summary>
    /// <value>A policy needs the model in each of them. For a global profile only those that the service names.</value>
    public IReadOnlyList<string> Regions { get; }

    /// <summary>The id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id.Value;

    /// <summary>Null for a profile that is not one of AWS for a model.</summary>
    internal static ModelProfile? Of(InferenceProfileSummary summary)
    {
        if (!ModelId.TryParse(summary.InferenceProfileId, null, out ModelId id) || id.Geography is not { } geography || id.BaseModel is null)
        {
            return null;
        }

        IEnumerable<string?> regions = (summary.Models ?? [])
            .Select(static model => ModelId.TryParse(model.ModelArn, null, out ModelId arn) ? arn.Region : null);
        return new ModelProfile(id, geography, summary.InferenceProfileArn, [.. regions.OfType<string>().Distinct()]);
    }
}
