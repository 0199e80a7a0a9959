using System.Text.Json.Nodes;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>Foundation models, the agreements for them, and inference profiles.</summary>
internal static class CatalogueOperations
{
    private const string Available = "AVAILABLE";
    private const string NotAvailable = "NOT_AVAILABLE";

    public static IReadOnlyDictionary<string, Func<ControlCall, JsonObject>> All { get; } = new Dictionary<string, Func<ControlCall, JsonObject>>
    {
        ["ListFoundationModels"] = ListModels,
        ["GetFoundationModel"] = static call => new JsonObject { ["modelDetails"] = ModelOf(call, "modelIdentifier") },
        ["GetFoundationModelAvailability"] = GetAvailability,
        ["ListFoundationModelAgreementOffers"] = ListOffers,
        ["CreateFoundationModelAgreement"] = CreateAgreement,
        ["DeleteFoundationModelAgreement"] = DeleteAgreement,
        ["GetInferenceProfile"] = GetProfile,
        ["ListInferenceProfiles"] = static call => ResourcePages.Of(call, AllProfiles(call), "inferenceProfileName"),
        ["DeleteInferenceProfile"] = static call => ModelCatalogueFacts.Profiles(call).Any(one => IsNamed(one, call))
            ? throw ServiceFailure.Validation("A system-defined inference profile cannot be deleted.")
            : ResourceOperations.Answer(call)!,
    };

    private static JsonObject ModelOf(ControlCall call, string member) =>
        ModelCatalogueFacts.Find(call.Text(member)!, call) ?? throw ControlCall.NotFound("foundation model");

    // The words of this query are not those of the answer.
    private static JsonObject ListModels(ControlCall call)
    {
        IEnumerable<JsonObject> found = ModelCatalogueFacts.Models(call);
        foreach ((string filter, string member) in (ReadOnlySpan<(string, string)>)
            [
                ("byProvider", "providerName"),
                ("byOutputModality", "outputModalities"),
                ("byInferenceType", "inferenceTypesSupported"),
                ("byCustomizationType", "customizationsSupported"),
            ])
        {
            if (call.Text(filter) is { } wanted)
            {
                found = found.Where(model => Has(model[member]!, wanted));
            }
        }

        return new JsonObject { ["modelSummaries"] = new JsonArray([.. found]) };
    }

    private static bool Has(JsonNode member, string wanted) => member is JsonArray all
        ? all.Any(one => one!.GetValue<string>() == wanted)
        : member.GetValue<string>().Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static JsonObject GetAvailability(ControlCall call)
    {
        JsonObject model = ModelOf(call, "modelId");
        string id = model["modelId"]!.GetValue<string>();
        bool isAgreed = call.State.Agreements.GetValueOrDefault(id, defaultValue: true);
        return new JsonObject
        {
            ["modelId"] = id,
            ["agreementAvailability"] = new JsonObject { ["status"] = isAgreed ? Available : NotAvailable },
            ["authorizationStatus"] = "AUTHORIZED",
            ["entitlementAvailability"] = isAgreed ? Available : NotAvailable,
            ["regionAvailability"] = Available,
        };
    }

    private static JsonObject ListOffers(ControlCall call)
    {
        string id = ModelOf(call, "modelId")["modelId"]!.GetValue<string>();
        return new JsonObject
        {
            ["modelId"] = id,
            ["offers"] = new JsonArray(new JsonObject
            {
                ["offerId"] = "simulated-offer",
                ["offerToken"] = TokenOf(id),
                ["termDetails"] = new JsonObject
                {
                    ["usageBasedPricingTerm"] = new JsonObject { ["rateCard"] = new JsonArray() },
                    ["legalTerm"] = new JsonObject(),
                    ["supportTerm"] = new JsonObject(),
                },
            }),
        };
    }

    private static JsonObject CreateAgreement(ControlCall call)
    {
        string id = ModelOf(call, "modelId")["modelId"]!.GetValue<string>();
        if (call.Text("offerToken") != TokenOf(id))
        {
            throw ServiceFailure.Validation("The offer token belongs to no offer for this model.");
        }

        call.State.Agreements[id] = true;
        return new JsonObject { ["modelId"] = id };
    }

    private static JsonObject DeleteAgreement(ControlCall call)
    {
        string id = ModelOf(call, "modelId")["modelId"]!.GetValue<string>();
        call.State.Agreements[id] = false;
        return [];
    }

    private static string TokenOf(string model) => $"simulated-offer-of-{model}";

    private static IEnumerable<JsonObject> AllProfiles(ControlCall call) =>
        ModelCatalogueFacts.Profiles(call).Concat(call.State.Of(ResourceKinds.InferenceProfile, call.Now).Select(one => one.View(call.Now)));

    private static JsonObject GetProfile(ControlCall call) =>
        AllProfiles(call).FirstOrDefault(one => IsNamed(one, call)) ?? throw ControlCall.NotFound(ResourceKinds.InferenceProfile.Name);

    private static bool IsNamed(JsonObject profile, ControlCall call) => call.Text("inferenceProfileIdentifier") is var named
        && (profile["inferenceProfileId"]!.GetValue<string>() == named || profile["inferenceProfileArn"]!.GetValue<string>() == named);
}
