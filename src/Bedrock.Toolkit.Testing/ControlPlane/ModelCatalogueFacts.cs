using System.Globalization;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>What the simulated service says of the models that the library knows, and of the profiles that AWS has for them.</summary>
internal static class ModelCatalogueFacts
{
    private const string Global = "global";
    private const int MaxDestinations = 5;

    // The Regions that a profile's calls may go to.
    private static readonly Dictionary<string, string[]> Destinations = new()
    {
        ["us"] = ["us-east-1", "us-east-2", "us-west-2"],
        ["us-gov"] = ["us-gov-east-1", "us-gov-west-1"],
        ["ca"] = ["ca-central-1"],
        ["eu"] = ["eu-central-1", "eu-north-1", "eu-west-1", "eu-west-3"],
        ["apac"] = ["ap-northeast-1", "ap-south-1", "ap-southeast-1", "ap-southeast-2"],
        ["jp"] = ["ap-northeast-1", "ap-northeast-3"],
        ["au"] = ["ap-southeast-2", "ap-southeast-4"],
    };

    /// <summary>The models that are served at a time, as ListFoundationModels has them.</summary>
    public static IEnumerable<JsonObject> Models(ControlCall call) => SimulatedCatalogue.Models
        .Where(pair => pair.Value.Lifecycle.Status != ModelStatus.Retired)
        .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => ModelOf(pair.Key, pair.Value, call));

    /// <summary>A model; null when there is none.</summary>
    public static JsonObject? Find(string named, ControlCall call)
    {
        string id = named[(named.LastIndexOf('/') + 1)..];
        return SimulatedCatalogue.Models.TryGetValue(id, out Model? model) ? ModelOf(id, model, call) : null;
    }

    /// <summary>The profiles of AWS that can be called from the service's Region.</summary>
    public static IEnumerable<JsonObject> Profiles(ControlCall call) =>
        from pair in SimulatedCatalogue.Models
        where pair.Value.Lifecycle.Status != ModelStatus.Retired
        orderby pair.Key
        from geography in SimulatedCatalogue.ProfilesOf(pair.Key)
        where geography == Global || Destinations.GetValueOrDefault(geography)?.Contains(call.Region) == true
        select ProfileOf(geography, pair.Key, call);

    /// <summary>What a profile leads to: the models of the profile, or the model, that it is made from.</summary>
    /// <exception cref="ServiceFailure">There is no such profile or model.</exception>
    public static JsonArray ModelsOf(string arn, ControlCall call)
    {
        if (!arn.Contains("inference-profile/", StringComparison.Ordinal))
        {
            return new JsonArray(new JsonObject { ["modelArn"] = arn });
        }

        JsonObject profile = Profiles(call).FirstOrDefault(one => one["inferenceProfileArn"]!.GetValue<string>() == arn)
            ?? throw ServiceFailure.Validation("The model source is no system-defined inference profile of this Region.");
        return (JsonArray)profile["models"]!.DeepClone();
    }

    private static JsonObject ProfileOf(string geography, string model, ControlCall call)
    {
        string[] regions = geography == Global ? [call.Region, string.Empty] : Destinations[geography];
        string provider = ProviderOf(model);
        return new JsonObject
        {
            ["inferenceProfileName"] = $"{geography.ToUpperInvariant()} {provider} {model[(model.IndexOf('.', StringComparison.Ordinal) + 1)..]}",
            ["description"] = $"Routes requests to {model}.",
            ["createdAt"] = Resource.Text(DateTimeOffset.UnixEpoch.AddYears(55)),
            ["updatedAt"] = Resource.Text(DateTimeOffset.UnixEpoch.AddYears(55)),
            ["inferenceProfileArn"] = call.Arn($"inference-profile/{geography}.{model}"),
            ["models"] = new JsonArray([.. regions.Take(MaxDestinations)
                .Select(region => new JsonObject { ["modelArn"] = $"arn:aws:bedrock:{region}::foundation-model/{model}" })]),
            ["inferenceProfileId"] = $"{geography}.{model}",
            ["status"] = "ACTIVE",
            ["type"] = "SYSTEM_DEFINED",
        };
    }

    private static JsonObject ModelOf(string id, Model model, ControlCall call)
    {
        var lifecycle = new JsonObject { ["status"] = model.Lifecycle.Status == ModelStatus.Active ? "ACTIVE" : "LEGACY" };
        if (model.Lifecycle.EndOfLife is { } end)
        {
            lifecycle["endOfLifeTime"] = end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
        }

        return new JsonObject
        {
            ["modelArn"] = call.ModelArn(id),
            ["modelId"] = id,
            ["modelName"] = id[(id.IndexOf('.', StringComparison.Ordinal) + 1)..],
            ["providerName"] = ProviderOf(id),
            ["inputModalities"] = Modalities(model.Capabilities.Input),
            ["outputModalities"] = Modalities(model.Capabilities.Output),
            ["responseStreamingSupported"] = model.Capabilities.Streaming,
            ["customizationsSupported"] = new JsonArray(),
            ["inferenceTypesSupported"] = new JsonArray(SimulatedCatalogue.ProfilesOf(id).Count > 0 ? "INFERENCE_PROFILE" : "ON_DEMAND"),
            ["modelLifecycle"] = lifecycle,
        };
    }

    private static string ProviderOf(string model)
    {
        string name = model[..model.IndexOf('.', StringComparison.Ordinal)];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    // The service has no words for documents and scores: they come out as text.
    private static JsonArray Modalities(ModelModalities modalities)
    {
        List<string> words = [];
        foreach ((ModelModalities one, string word) in (ReadOnlySpan<(ModelModalities, string)>)
            [
                (ModelModalities.Text | ModelModalities.Document | ModelModalities.Score, "TEXT"),
                (ModelModalities.Image, "IMAGE"),
                (ModelModalities.Audio, "AUDIO"),
                (ModelModalities.Video, "VIDEO"),
                (ModelModalities.Embedding, "EMBEDDING"),
            ])
        {
            if ((modalities & one) != 0)
            {
                words.Add(word);
            }
        }

        return new JsonArray([.. words.Select(static word => JsonValue.Create(word))]);
    }
}
