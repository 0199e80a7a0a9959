using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Conventions;
using Bedrock.Toolkit.Tools;

namespace Bedrock.Toolkit.Tests.ServiceModels;

/// <summary>What a newer model has and the library lacks is named, in generated and hand-written types alike.</summary>
public sealed class ModelDiffTests
{
    [SharedFact]
    public void Diff_OfTheModelInUse_FindsNothing()
    {
        var output = new StringWriter();

        int status = Tool.Run(["diff", "--model", SharedFolder.PathTo("api", "bedrock-runtime", "service-2.json")], output);

        Assert.Equal("0 missing", output.ToString().Trim());
        Assert.Equal(0, status);
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
                "error QuotaBrokenException",
                "member ContentBlock.hologram",
                "member ConverseRequest.flavour",
                "member ConverseStreamOutput.ping",
                "member GuardrailTopic.score",
                "member InvokeModelRequest.mood",
                "member ListAsyncInvokesRequest.ownedBy",
                "operation PurgeGuardrail",
                "value GuardrailAction.QUARANTINED",
                "value StopReason.bored",
                "10 missing",
            ],
            output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [SharedFact]
    public void Diff_OfAServiceThatNoRoomHas_NamesEveryOperation()
    {
        ApiModel model = ApiModel.Read(SharedFolder.PathTo("api", "bedrock-data-automation", "service-2.json"));

        IReadOnlyList<string> missing = ModelDiff.Of(SourceFolders.Repository, model);

        Assert.All(model.Operations.Keys, operation => Assert.Contains($"operation {operation}", missing));
    }

    [Fact]
    public void Run_WithoutACommand_SaysHow()
    {
        var output = new StringWriter();

        Assert.Equal(2, Tool.Run(["diff"], output));
        Assert.Contains("--model", output.ToString(), StringComparison.Ordinal);
    }

    // The diff reads the source, so that it takes no build: here is what was compiled from it.
    [Fact]
    public void SourceTypes_OfTheLibrary_AreThoseThatWereCompiled()
    {
        SourceTypes source = SourceTypes.Read([SourceFolders.Library]);
        var faults = new List<string>();
        int members = 0;
        foreach (Type type in KnownModels.WireTypes)
        {
            foreach (string name in WireTypeRules.MembersOf(type).Select(m => m.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name).OfType<string>())
            {
                members++;
                if (source.MemberOf(type.Name.Split('`')[0], name) is null)
                {
                    faults.Add($"{type.Name} has the member {name}, which the tool does not see in the source");
                }
            }
        }

        foreach (Type type in KnownModels.Library.GetExportedTypes()
            .Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IOpenValue<>))))
        {
            foreach (PropertyInfo named in type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == type))
            {
                members++;
                if (source.ValuesOf(type.Name)?.Contains(named.GetValue(null)!.ToString()!) != true)
                {
                    faults.Add($"{type.Name}.{named.Name} is a value that the tool does not see in the source");
                }
            }
        }

        Assert.True(members > 1500, $"Only {members} were compared.");
        ConventionFaults.AssertNone(faults);
    }

    private static JsonNode Planted()
    {
        JsonNode model = JsonNode.Parse(File.ReadAllText(SharedFolder.PathTo("api", "bedrock-runtime", "service-2.json"), Encoding.UTF8))!;
        JsonNode shapes = model["shapes"]!;
        model["operations"]!["PurgeGuardrail"] = model["operations"]!["ApplyGuardrail"]!.DeepClone();
        Member("ConverseRequest", "flavour", new JsonObject { ["shape"] = "String" });
        Member("GuardrailTopic", "score", new JsonObject { ["shape"] = "String" });
        Member("ContentBlock", "hologram", new JsonObject { ["shape"] = "GuardrailTextBlock" });
        Member("ConverseStreamOutput", "ping", new JsonObject { ["shape"] = "GuardrailTextBlock" });
        Member("InvokeModelRequest", "mood", new JsonObject { ["shape"] = "String", ["location"] = "header", ["locationName"] = "X-Amzn-Bedrock-Mood" });
        Member("ListAsyncInvokesRequest", "ownedBy", new JsonObject { ["shape"] = "String", ["location"] = "querystring", ["locationName"] = "ownedBy" });
        shapes["GuardrailAction"]!["enum"]!.AsArray().Add("QUARANTINED");
        shapes["StopReason"]!["enum"]!.AsArray().Add("bored");
        shapes["QuotaBrokenException"] = shapes["ConflictException"]!.DeepClone();
        model["operations"]!["Converse"]!["errors"]!.AsArray().Add(new JsonObject { ["shape"] = "QuotaBrokenException" });
        shapes["String"] ??= new JsonObject { ["type"] = "string" };
        return model;

        void Member(string shape, string name, JsonObject member) => shapes[shape]!["members"]![name] = member;
    }
}
