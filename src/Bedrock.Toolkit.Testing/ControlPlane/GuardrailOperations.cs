using System.Globalization;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>Guardrails have a draft and versions of it, numbered from 1.</summary>
internal static class GuardrailOperations
{
    private const string Draft = "DRAFT";
    private const string Versions = "simulatedVersions";

    public static IReadOnlyDictionary<string, Func<ControlCall, JsonObject>> All { get; } = new Dictionary<string, Func<ControlCall, JsonObject>>
    {
        ["GetGuardrail"] = Get,
        ["ListGuardrails"] = List,
        ["DeleteGuardrail"] = Delete,
        ["UpdateGuardrail"] = Update,
        ["CreateGuardrailVersion"] = CreateVersion,
    };

    private static JsonObject Get(ControlCall call)
    {
        Resource guardrail = ResourceOperations.Named(ResourceKinds.Guardrail, call);
        string version = call.Text("guardrailVersion") ?? Draft;
        return version == Draft ? guardrail.View(call.Now) : (JsonObject)(VersionsOf(guardrail)[version] ?? throw NoVersion()).DeepClone();
    }

    // Of all guardrails the drafts; of one all versions.
    private static JsonObject List(ControlCall call)
    {
        if (call.Text("guardrailIdentifier") is not { } named)
        {
            return ResourcePages.Of(call, call.State.Of(ResourceKinds.Guardrail, call.Now).Select(one => one.View(call.Now)), "name");
        }

        call.Request.Remove("guardrailIdentifier");
        Resource guardrail = call.State.Find(ResourceKinds.Guardrail, named, call.Now) ?? throw ControlCall.NotFound(ResourceKinds.Guardrail.Name);
        return ResourcePages.Of(call, [guardrail.View(call.Now), .. VersionsOf(guardrail).Select(static version => version.Value!.AsObject())], "name");
    }

    private static JsonObject Update(ControlCall call)
    {
        Resource guardrail = ResourceOperations.Named(ResourceKinds.Guardrail, call);
        JsonNode versions = VersionsOf(guardrail).DeepClone();
        JsonObject answer = ResourceOperations.Answer(call)!;
        guardrail.Body[Versions] = versions;
        return answer;
    }

    private static JsonObject CreateVersion(ControlCall call)
    {
        Resource guardrail = ResourceOperations.Named(ResourceKinds.Guardrail, call);
        JsonObject versions = VersionsOf(guardrail);
        string token = call.Text("clientRequestToken") ?? string.Empty;
        if (token.Length > 0 && versions.FirstOrDefault(one => one.Value!["simulatedToken"]?.GetValue<string>() == token).Value is { } same)
        {
            return (JsonObject)same.DeepClone();
        }

        int number = versions.Count == 0 ? 1 : 1 + versions.Max(static one => int.Parse(one.Key, CultureInfo.InvariantCulture));
        string name = number.ToString(CultureInfo.InvariantCulture);
        JsonObject version = guardrail.View(call.Now);
        version.Remove(Versions);
        version["version"] = name;
        version["simulatedToken"] = token;
        version["createdAt"] = Resource.Text(call.Now);
        version["updatedAt"] = Resource.Text(call.Now);
        if (call.Text("description") is { } description)
        {
            version["description"] = description;
        }

        versions[name] = version;
        return (JsonObject)version.DeepClone();
    }

    private static JsonObject Delete(ControlCall call)
    {
        Resource guardrail = ResourceOperations.Named(ResourceKinds.Guardrail, call);
        if (call.Text("guardrailVersion") is not { } version)
        {
            call.State.Remove(guardrail);
        }
        else if (!VersionsOf(guardrail).Remove(version))
        {
            throw NoVersion();
        }

        return [];
    }

    private static JsonObject VersionsOf(Resource guardrail) => (JsonObject)(guardrail.Body[Versions] ??= new JsonObject());

    private static ServiceFailure NoVersion() => ControlCall.NotFound("version of the guardrail");
}
