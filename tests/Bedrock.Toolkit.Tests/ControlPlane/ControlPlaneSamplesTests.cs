using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Conventions;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>Bodies of jobs that were written down elsewhere fit the generated types.</summary>
public sealed class ControlPlaneSamplesTests
{
    private static readonly Dictionary<string, Type> Types = new()
    {
        ["batch.create.request"] = typeof(CreateModelInvocationJobRequest),
        ["batch.create.response"] = typeof(CreateModelInvocationJobResponse),
        ["batch.get.response"] = typeof(GetModelInvocationJobResponse),
        ["batch.list.response"] = typeof(ListModelInvocationJobsResponse),
        ["custom-model-deployment.create.request"] = typeof(CreateCustomModelDeploymentRequest),
        ["custom-model-deployment.create.response"] = typeof(CreateCustomModelDeploymentResponse),
        ["customization.create.response"] = typeof(CreateModelCustomizationJobResponse),
        ["customization.distillation-any-filter.request"] = typeof(CreateModelCustomizationJobRequest),
        ["customization.distillation.request"] = typeof(CreateModelCustomizationJobRequest),
        ["customization.fine-tuning.request"] = typeof(CreateModelCustomizationJobRequest),
        ["customization.get.response"] = typeof(GetModelCustomizationJobResponse),
        ["customization.rft.request"] = typeof(CreateModelCustomizationJobRequest),
        ["model-import.create.request"] = typeof(CreateModelImportJobRequest),
        ["model-import.create.response"] = typeof(CreateModelImportJobResponse),
        ["provisioned-throughput.create.request"] = typeof(CreateProvisionedModelThroughputRequest),
        ["provisioned-throughput.create.response"] = typeof(CreateProvisionedModelThroughputResponse),
        ["provisioned-throughput.get.response"] = typeof(GetProvisionedModelThroughputResponse),
    };

    private static readonly string[] Starts = ["batch.", "custom", "model-import.", "provisioned-throughput."];

    [SharedFact]
    public void Samples_OfJobs_FitTypesWithNothingLeftOver()
    {
        List<string> faults = [];
        string[] files = [.. Directory.EnumerateFiles(SharedFolder.PathTo("wire", "samples-other"), "*.json").Where(IsOfAJob)];
        foreach (string file in files)
        {
            string name = Path.GetFileNameWithoutExtension(file);
            if (!Types.TryGetValue(name, out Type? type))
            {
                faults.Add($"{name} is read into no type");
                continue;
            }

            string text = File.ReadAllText(file);
            object read = JsonSerializer.Deserialize(text, BedrockControlJson.Options.GetTypeInfo(type))!;
            if (Leftovers.FaultOf(read, JsonNode.Parse(text)!.AsObject()) is { } fault)
            {
                faults.Add($"{name}: {fault}");
            }
        }

        Assert.True(files.Length >= 17, $"Only {files.Length} samples were found.");
        ConventionFaults.AssertNone(faults);
    }

    private static bool IsOfAJob(string file) => Starts.Any(start => Path.GetFileName(file).StartsWith(start, StringComparison.Ordinal));
}
