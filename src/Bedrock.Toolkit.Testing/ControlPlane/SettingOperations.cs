using System.Text.Json.Nodes;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>Settings of the account, tags, policies of resources, and what deletes or registers by lists and addresses.</summary>
internal static class SettingOperations
{
    private const string Logging = "logging";
    private const string Retention = "retention";
    private const string UseCase = "use case";
    private const string Enforced = "enforced guardrails";
    private const string Policy = "policy of ";
    private const string Caller = $"arn:aws:iam::{ControlCall.Account}:role/simulated";

    public static IReadOnlyDictionary<string, Func<ControlCall, JsonObject>> All { get; } = new Dictionary<string, Func<ControlCall, JsonObject>>
    {
        ["PutModelInvocationLoggingConfiguration"] = static call => Set(call, Logging, call.Request),
        ["GetModelInvocationLoggingConfiguration"] = static call => Setting(call, Logging) ?? [],
        ["DeleteModelInvocationLoggingConfiguration"] = static call => Forget(call, Logging),
        ["PutAccountDataRetention"] = static call => Set(call, Retention, WithTime(call)),
        ["GetAccountDataRetention"] = static call => Setting(call, Retention) ?? new JsonObject { ["mode"] = "default" },
        ["PutUseCaseForModelAccess"] = static call => Set(call, UseCase, call.Request),
        ["GetUseCaseForModelAccess"] = static call => Setting(call, UseCase) ?? throw ControlCall.NotFound("form with the use case"),
        ["PutResourcePolicy"] = static call => Set(call, Policy + call.Text("resourceArn"), call.Request),
        ["GetResourcePolicy"] = static call => Setting(call, Policy + call.Text("resourceArn")) ?? throw ControlCall.NotFound("policy"),
        ["DeleteResourcePolicy"] = static call => Setting(call, Policy + call.Text("resourceArn")) is null
            ? throw ControlCall.NotFound("policy")
            : Forget(call, Policy + call.Text("resourceArn")),
        ["PutEnforcedGuardrailConfiguration"] = Enforce,
        ["ListEnforcedGuardrailsConfiguration"] = static call => ResourcePages.Of(call, Rules(call).Select(static one => one.Value!.AsObject()), "configId"),
        ["DeleteEnforcedGuardrailConfiguration"] = static call =>
            Rules(call).Remove(call.Text("configId")!) ? [] : throw ControlCall.NotFound("configuration"),
        ["ListTagsForResource"] = static call => new JsonObject
        {
            ["tags"] = new JsonArray([.. Tagged(call).Tags.Select(static tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]),
        },
        ["TagResource"] = static call =>
        {
            ControlState.Tag(Tagged(call), call.Request["tags"]);
            return [];
        },
        ["UntagResource"] = static call =>
        {
            Resource tagged = Tagged(call);
            foreach (JsonNode? key in call.Request["tagKeys"]!.AsArray())
            {
                tagged.Tags.Remove(key!.GetValue<string>());
            }

            return [];
        },
        ["BatchDeleteEvaluationJob"] = static call => DeleteAll(call, ResourceKinds.EvaluationJob, "evaluationJobs"),
        ["BatchDeleteAdvancedPromptOptimizationJob"] = static call => DeleteAll(call, ResourceKinds.OptimizationJob, "advancedPromptOptimizationJobs"),
        ["RegisterMarketplaceModelEndpoint"] = Register,
        ["DeregisterMarketplaceModelEndpoint"] = static call =>
        {
            call.State.Remove(ResourceOperations.Named(ResourceKinds.MarketplaceEndpoint, call));
            return [];
        },
    };

    private static JsonObject? Setting(ControlCall call, string name) => (JsonObject?)call.State.Settings.GetValueOrDefault(name)?.DeepClone();

    private static JsonObject Set(ControlCall call, string name, JsonObject value)
    {
        call.State.Settings[name] = value.DeepClone();
        return value;
    }

    private static JsonObject Forget(ControlCall call, string name)
    {
        call.State.Settings.Remove(name);
        return [];
    }

    private static JsonObject WithTime(ControlCall call)
    {
        var value = (JsonObject)call.Request.DeepClone();
        value["updatedAt"] = Resource.Text(call.Now);
        return value;
    }

    private static JsonObject Rules(ControlCall call)
    {
        if (!call.State.Settings.TryGetValue(Enforced, out JsonNode? rules))
        {
            call.State.Settings[Enforced] = rules = new JsonObject();
        }

        return (JsonObject)rules;
    }

    private static JsonObject Enforce(ControlCall call)
    {
        JsonObject rules = Rules(call);
        string id = call.Text("configId") ?? $"simulated{rules.Count + 1:x3}";
        JsonNode given = call.Request["guardrailInferenceConfig"]!;
        string named = given["guardrailIdentifier"]!.GetValue<string>();
        Resource guardrail = call.State.Find(ResourceKinds.Guardrail, named, call.Now) ?? throw ControlCall.NotFound(ResourceKinds.Guardrail.Name);
        var rule = (JsonObject)given.DeepClone();
        rule["configId"] = id;
        rule["guardrailId"] = guardrail.Id;
        rule["guardrailArn"] = guardrail.Arn;
        rule["owner"] = "ACCOUNT";
        rule["createdAt"] = rules[id]?["createdAt"]?.DeepClone() ?? Resource.Text(call.Now);
        rule["updatedAt"] = Resource.Text(call.Now);
        rule["createdBy"] = rules[id]?["createdBy"]?.DeepClone() ?? Caller;
        rule["updatedBy"] = Caller;
        rules[id] = rule;
        return (JsonObject)rule.DeepClone();
    }

    private static Resource Tagged(ControlCall call) =>
        call.State.FindByArn(call.Text("resourceARN")!, call.Now) ?? throw ControlCall.NotFound("resource");

    // What cannot be deleted is told one by one; the call itself succeeds.
    private static JsonObject DeleteAll(ControlCall call, ResourceKind kind, string member)
    {
        var errors = new JsonArray();
        var deleted = new JsonArray();
        foreach (string named in call.Request["jobIdentifiers"]!.AsArray().Select(static node => node!.GetValue<string>()))
        {
            Resource? job = call.State.Find(kind, named, call.Now);
            if (job is null || !job.IsEnded(call.Now))
            {
                errors.Add((JsonNode)new JsonObject
                {
                    ["jobIdentifier"] = named,
                    ["code"] = job is null ? "404" : "409",
                    ["message"] = job is null ? $"The {kind.Name} does not exist." : $"The {kind.Name} has not ended.",
                });
                continue;
            }

            call.State.Remove(job);
            deleted.Add((JsonNode)new JsonObject { ["jobIdentifier"] = named, ["jobStatus"] = "Deleting" });
        }

        return new JsonObject { ["errors"] = errors, [member] = deleted };
    }

    private static JsonObject Register(ControlCall call)
    {
        ResourceKind kind = ResourceKinds.MarketplaceEndpoint;
        string named = call.Text("endpointIdentifier")!;
        if (call.State.Find(kind, named, call.Now) is { } known)
        {
            return known.View(call.Now);
        }

        var body = (JsonObject)call.Request.DeepClone();
        body["endpointName"] = named[(named.LastIndexOf('/') + 1)..];
        kind.Complete!(body, call);
        return call.State.Add(kind, body, call).View(call.Now);
    }
}
