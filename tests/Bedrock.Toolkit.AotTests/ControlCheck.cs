using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.AotTests;

/// <summary>The control plane: a request with checks and unions, an answer, pages, an error.</summary>
internal static class ControlCheck
{
    public static async Task RunAsync()
    {
        using var fake = new FakeBedrock();
        BedrockControlClient control = fake.Control.Client;
        CreateModelImportJobResponse job = await control.CreateModelImportJobAsync(new()
        {
            JobName = "import",
            ImportedModelName = "llama",
            RoleArn = "arn:aws:iam::123456789012:role/import",
            ModelDataSource = new ModelDataSourceS3DataSource { S3DataSource = new() { S3Uri = "s3://bucket/llama/" } },
        });
        GetModelImportJobResponse asked = await control.GetModelImportJobAsync(new() { JobIdentifier = job.JobArn! });
        Expect(asked is { JobName: "import", ModelDataSource: ModelDataSourceS3DataSource { S3DataSource.S3Uri: "s3://bucket/llama/" } }, "a job comes back");
        Expect(BedrockControlJson.Deserialize<GetModelImportJobResponse>(BedrockControlJson.Serialize(asked)).JobArn == job.JobArn, "it is saved and loaded");
        int profiles = 0;
        await foreach (InferenceProfileSummary profile in control.ListInferenceProfilesAsync(new() { MaxResults = 10 }))
        {
            profiles += profile.InferenceProfileId is null ? 0 : 1;
        }

        Expect(profiles > 10, "the profiles come in pages");
        Expect((await new ModelCatalogue(control).FindAsync(new ModelNeeds { Tools = true })).Count > 0, "the catalogue finds models");
        try
        {
            await control.GetGuardrailAsync(new() { GuardrailIdentifier = "none" });
            Expect(false, "a guardrail that is not there is an error");
        }
        catch (BedrockServiceException e)
        {
            Expect(e.StatusCode == 404, "the error has its status");
        }
    }

    private static void Expect(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException("Failed: " + what);
        }
    }
}
