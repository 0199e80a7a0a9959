using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tools;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>What a newer model of the control plane has and the client lacks is named.</summary>
public sealed class ControlPlaneDiffTests
{
    [SharedFact]
    public void Diff_OfTheModelInUse_FindsNothing()
    {
        var output = new StringWriter();
        var watch = Stopwatch.StartNew();

        int status = Tool.Run(["diff", "--model", SharedFolder.PathTo("api", "bedrock", "service-2.json")], output);

        Assert.Equal("0 missing", output.ToString().Trim());
        Assert.Equal(0, status);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
    }

    [SharedFact]
    public void Diff_OfTenPlantedAdditions_NamesTheTen()
    {
        string path = Path.Combine(Path.GetTempPath(), $"service-2-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, Planted().ToJsonString());
        var output = new StringWriter();
        try
        {
            Assert.Equal(1, Tool.Run(["diff", "--model", path], output));
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Equal(
            [
                "error ModelAsleepException",
                "member AutomatedReasoningPolicyBuildWorkflowSource.video",
                "member AutomatedReasoningPolicyDefinition.author",
                "member CreateGuardrailRequest.flavour",
                "member GetModelInvocationJobResponse.cost",
                "member InferenceProfileModel.weight",
                "member ListGuardrailsRequest.ownedBy",
                "operation PauseModelInvocationJob",
                "value CustomizationType.UNLEARNING",
                "value ModelInvocationJobStatus.Paused",
                "10 missing",
            ],
            output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static JsonNode Planted()
    {
        JsonNode model = JsonNode.Parse(File.ReadAllText(SharedFolder.PathTo("api", "bedrock", "service-2.json"), Encoding.UTF8))!;
        JsonNode shapes = model["shapes"]!;
        model["operations"]!["PauseModelInvocationJob"] = model["operations"]!["StopModelInvocationJob"]!.DeepClone();
        Member("CreateGuardrailRequest", "flavour", []);
        Member("GetModelInvocationJobResponse", "cost", []);
        Member("InferenceProfileModel", "weight", []);
        Member("AutomatedReasoningPolicyDefinition", "author", []);
        Member("AutomatedReasoningPolicyBuildWorkflowSource", "video", []);
        Member("ListGuardrailsRequest", "ownedBy", new JsonObject { ["location"] = "querystring", ["locationName"] = "ownedBy" });
        shapes["ModelInvocationJobStatus"]!["enum"]!.AsArray().Add("Paused");
        shapes["CustomizationType"]!["enum"]!.AsArray().Add("UNLEARNING");
        shapes["ModelAsleepException"] = shapes["ConflictException"]!.DeepClone();
        model["operations"]!["GetCustomModel"]!["errors"]!.AsArray().Add(new JsonObject { ["shape"] = "ModelAsleepException" });
        return model;

        void Member(string shape, string name, JsonObject member)
        {
            member["shape"] = "String";
            shapes[shape]!["members"]![name] = member;
        }
    }
}
