using System.Globalization;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>What automated reasoning has beside policies, test cases and builds as such: versions, annotations, results.</summary>
internal static class ReasoningOperations
{
    private const string Annotations = "annotations";

    // Which part of the result assets each type is.
    private static readonly Dictionary<string, string> Assets = new()
    {
        ["BUILD_LOG"] = "buildLog",
        ["QUALITY_REPORT"] = "qualityReport",
        ["POLICY_DEFINITION"] = "policyDefinition",
        ["GENERATED_TEST_CASES"] = "generatedTestCases",
        ["POLICY_SCENARIOS"] = "policyScenarios",
        ["FIDELITY_REPORT"] = "fidelityReport",
        ["ASSET_MANIFEST"] = "assetManifest",
        ["SOURCE_DOCUMENT"] = "document",
    };

    public static IReadOnlyDictionary<string, Func<ControlCall, JsonObject>> All { get; } = new Dictionary<string, Func<ControlCall, JsonObject>>
    {
        ["ListAutomatedReasoningPolicies"] = ListPolicies,
        ["DeleteAutomatedReasoningPolicy"] = DeletePolicy,
        ["CreateAutomatedReasoningPolicyVersion"] = CreateVersion,
        ["ExportAutomatedReasoningPolicyVersion"] = static call => PolicyOf(call).View(call.Now),
        ["StartAutomatedReasoningPolicyTestWorkflow"] = StartTests,
        ["ListAutomatedReasoningPolicyTestResults"] = static call => ResourcePages.Of(call, Tested(call, null), string.Empty),
        ["GetAutomatedReasoningPolicyTestResult"] = static call => new JsonObject
        {
            ["testResult"] = Tested(call, call.Text("testCaseId")).FirstOrDefault() ?? throw ControlCall.NotFound("test result"),
        },
        ["GetAutomatedReasoningPolicyNextScenario"] = static call => BuildOf(call).View(call.Now),
        ["GetAutomatedReasoningPolicyBuildWorkflowResultAssets"] = ResultAssets,
        ["GetAutomatedReasoningPolicyAnnotations"] = GetAnnotations,
        ["UpdateAutomatedReasoningPolicyAnnotations"] = UpdateAnnotations,
    };

    private static Resource PolicyOf(ControlCall call) =>
        call.State.Find(ReasoningKinds.Policy, call.Text("policyArn")!, call.Now) ?? throw ControlCall.NotFound(ReasoningKinds.Policy.Name);

    private static Resource BuildOf(ControlCall call) =>
        call.State.Find(ReasoningKinds.Build, call.Text("buildWorkflowId")!, call.Now, call.Text("policyArn"))
            ?? throw ControlCall.NotFound(ReasoningKinds.Build.Name);

    // Of all policies the drafts; of one all versions.
    private static JsonObject ListPolicies(ControlCall call)
    {
        string? wanted = call.Text("policyArn");
        call.Request.Remove("policyArn");
        return ResourcePages.Of(call, call.State.Of(ReasoningKinds.Policy, call.Now)
            .Where(one => wanted is null ? !IsVersion(one) : one.Arn == wanted || one.Arn.StartsWith(wanted + ":", StringComparison.Ordinal))
            .Select(one => one.View(call.Now)), "name");
    }

    private static bool IsVersion(Resource policy) => policy.Body["version"]!.GetValue<string>() != "DRAFT";

    private static JsonObject DeletePolicy(ControlCall call)
    {
        Resource policy = PolicyOf(call);
        Resource[] parts = [.. new[] { ReasoningKinds.TestCase, ReasoningKinds.Build }.SelectMany(kind => call.State.Of(kind, call.Now))
            .Where(one => one.Owner == policy.Arn)];
        if (parts.Length > 0 && call.Request["force"]?.GetValue<bool>() != true)
        {
            throw new ServiceFailure(400, "ResourceInUseException", "The policy has test cases or build workflows: delete them first, or use force.");
        }

        foreach (Resource part in parts)
        {
            call.State.Remove(part);
        }

        call.State.Remove(policy);
        return [];
    }

    private static JsonObject CreateVersion(ControlCall call)
    {
        Resource policy = PolicyOf(call);
        if (call.Text("lastUpdatedDefinitionHash") != policy.Body["definitionHash"]!.GetValue<string>())
        {
            throw call.Conflict("The definition was changed since: its hash is another one.");
        }

        if (call.Text("clientRequestToken") is { } token && call.State.FindByToken(ReasoningKinds.Policy, token) is { } same)
        {
            return same.View(call.Now);
        }

        int number = 1 + call.State.Of(ReasoningKinds.Policy, call.Now).Count(one => one.Arn.StartsWith(policy.Arn + ":", StringComparison.Ordinal));
        var body = (JsonObject)policy.Body.DeepClone();
        string name = number.ToString(CultureInfo.InvariantCulture);
        body["version"] = name;
        Resource version = call.State.Add(
            ReasoningKinds.Policy, body, call, call.Text("clientRequestToken"), known: (policy.Id, $"{policy.Arn}:{name}"));
        ControlState.Tag(version, call.Request["tags"]);
        return version.View(call.Now);
    }

    private static JsonObject StartTests(ControlCall call)
    {
        Resource build = BuildOf(call);
        build.Body["tested"] = call.Request["testCaseIds"]?.DeepClone() ?? new JsonArray(
            [.. call.State.Of(ReasoningKinds.TestCase, call.Now).Where(one => one.Owner == build.Owner).Select(static one => JsonValue.Create(one.Id))]);
        return build.View(call.Now);
    }

    private static IEnumerable<JsonObject> Tested(ControlCall call, string? id) =>
        from tested in BuildOf(call).Body["tested"] as JsonArray ?? []
        let name = tested!.GetValue<string>()
        where id is null || name == id
        let test = call.State.Find(ReasoningKinds.TestCase, name, call.Now, call.Text("policyArn"))
        where test is not null
        let view = test.View(call.Now)
        select new JsonObject
        {
            ["testCase"] = view["testCase"]!.DeepClone(),
            ["policyArn"] = call.Text("policyArn"),
            ["testRunStatus"] = "COMPLETED",
            ["testRunResult"] = "PASSED",
            ["aggregatedTestFindingsResult"] = view["expectedAggregatedFindingsResult"]?.DeepClone(),
            ["updatedAt"] = Resource.Text(call.Now),
        };

    private static JsonObject ResultAssets(ControlCall call)
    {
        Resource build = BuildOf(call);
        JsonObject answer = build.View(call.Now);
        if (build.IsCompleted(call.Now))
        {
            string member = Assets[call.Text("assetType")!];
            answer["buildWorkflowAssets"] = new JsonObject
            {
                [member] = member == "policyDefinition" ? PolicyOf(call).Body["policyDefinition"]!.DeepClone() : new JsonObject(),
            };
        }

        return answer;
    }

    private static JsonObject GetAnnotations(ControlCall call)
    {
        Resource build = BuildOf(call);
        JsonObject answer = build.View(call.Now);
        JsonNode annotations = build.Body[Annotations] ??= new JsonArray();
        answer["name"] = PolicyOf(call).Name;
        answer[Annotations] = annotations.DeepClone();
        answer["annotationSetHash"] = ReasoningKinds.HashOf(annotations);
        return answer;
    }

    private static JsonObject UpdateAnnotations(ControlCall call)
    {
        Resource build = BuildOf(call);
        JsonNode before = build.Body[Annotations] ??= new JsonArray();
        if (call.Text("lastUpdatedAnnotationSetHash") != ReasoningKinds.HashOf(before))
        {
            throw call.Conflict("The annotations were changed since: their hash is another one.");
        }

        build.Body[Annotations] = call.Request[Annotations]!.DeepClone();
        build.Change(call.Now);
        return GetAnnotations(call);
    }
}
