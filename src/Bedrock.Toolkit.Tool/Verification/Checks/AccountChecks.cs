using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.ControlPlane.Batch;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.CommandLine.Verification.Checks;

/// <summary>What needs something of the account: a guardrail, a bucket and a role, the list of models.</summary>
internal static class AccountChecks
{
    private const int MaxTokens = PlannedCalls.MaxOutputTokens;
    private const int BatchRecords = BatchInferenceOptions.DefaultMinRecords;
    private const int BatchTokens = 20;

    public static IEnumerable<VerifyCheck> All(VerifySettings settings)
    {
        ModelId nova = NovaModels.Micro.InProfile(settings.Geography).Id;
        return
        [
            new("guardrail-apply", "guardrails", "A guardrail assesses a text, and the summary has a verdict", "docs/guardrails.md: a verdict",
                [new(VerifyPrices.Guardrail)], ApplyAsync) { Needs = ["--guardrail"] },
            new("guardrail-converse", "guardrails", "A conversation under a guardrail tells what it found", "docs/guardrails.md: in a conversation",
                [new(nova), new(VerifyPrices.Guardrail)], run => GuardedAsync(run, nova)) { Needs = ["--guardrail"] },
            new("catalogue", "control-plane", "The models of the Region are listed with the id to call",
                "docs/control-plane.md: which model, and under which id", [], CatalogueAsync),
            new("batch", "batch", $"A batch of {BatchRecords} records is written, run and read back by key",
                "docs/batch.md: thousands of requests at half the price",
                [new(nova, BatchRecords, 100, BatchTokens, IsBatch: true)], run => BatchAsync(run, nova)) { Needs = ["--bucket", "--role"] },
        ];
    }

    private static async Task ApplyAsync(CheckRun run)
    {
        (string id, string version) = run.Settings.GuardrailParts();
        var request = new ApplyGuardrailRequest { Source = GuardrailContentSource.Input, Content = [Prompts.Berth] };
        ApplyGuardrailResponse answer = await run.Client.ApplyGuardrailAsync(id, version, request, run.Token).ConfigureAwait(false);
        GuardrailVerdict verdict = GuardrailSummary.ForApplyGuardrail(answer, GuardrailContentSource.Input).Verdict;
        CheckRun.Expect(verdict != GuardrailVerdict.Unknown, "a verdict", "that it cannot be told");
    }

    private static async Task GuardedAsync(CheckRun run, ModelId model)
    {
        (string id, string version) = run.Settings.GuardrailParts();
        ConverseRequest request = ConverseRequest.For(Prompts.Berth, MaxTokens);
        request.GuardrailConfig = new GuardrailConfiguration { GuardrailIdentifier = id, GuardrailVersion = version, Trace = GuardrailTrace.Enabled };
        ConverseResponse answer = await run.Client.ConverseAsync(model, request, run.Token).ConfigureAwait(false);
        run.Meter.Add(VerifyPrices.Guardrail, null);
        CheckRun.Expect(answer.Trace?.Guardrail is not null, "the trace of the guardrail", "none");
        CheckRun.Expect(answer.SummariseGuardrail().Verdict != GuardrailVerdict.Unknown, "a verdict", "that it cannot be told");
    }

    private static async Task CatalogueAsync(CheckRun run)
    {
        BedrockControlClient control = run.Own(new BedrockControlClient(run.CreateOptions()));
        IReadOnlyList<CatalogueModel> models = await new ModelCatalogue(control).FindAsync(new ModelNeeds { Provider = "Amazon" }, run.Token)
            .ConfigureAwait(false);
        CheckRun.Expect(models.Any(static model => model.CallId is not null), "models of Amazon with an id to call", $"{models.Count} models, none with an id");
    }

    private static async Task BatchAsync(CheckRun run, ModelId model)
    {
        string place = run.Settings.Bucket!.EndsWith('/') ? run.Settings.Bucket : run.Settings.Bucket + "/";
        string folder = Directory.CreateTempSubdirectory("bedrock-verify-").FullName;
        try
        {
            BedrockControlClient control = run.Own(new BedrockControlClient(run.CreateOptions()));
            var batch = new BatchInference(control, run.Own(CreateS3(run.Settings)), new BatchInferenceOptions
            {
                InputUri = place + "verify/in/",
                OutputUri = place + "verify/out/",
                RoleArn = run.Settings.Role!,
                ManifestPath = Path.Combine(folder, "verify.manifest.jsonl"),
                JobNamePrefix = "verify",
                PollInterval = run.Settings.PollInterval,
            });
            var keys = new HashSet<string>(StringComparer.Ordinal);
            int failed = 0;
            await foreach (BatchAnswer<ConverseResponse> answer in batch.RunConverseAsync(model, Questions(), cancellationToken: run.Token)
                .ConfigureAwait(false))
            {
                keys.Add(answer.Key);
                failed += answer.Succeeded ? 0 : 1;
                if (answer.Response is { } response)
                {
                    run.Meter.Add(model, response.Usage, isBatch: true);
                }
            }

            CheckRun.Expect(keys.Count == BatchRecords && failed == 0, $"{BatchRecords} answers, each with its key", $"{keys.Count} keys, {failed} failed");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static AmazonS3Client CreateS3(VerifySettings settings)
    {
        var config = new AmazonS3Config { RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region) };
        if (settings.Endpoint is { } endpoint)
        {
            config = new AmazonS3Config { ServiceURL = endpoint.AbsoluteUri, ForcePathStyle = true, AuthenticationRegion = settings.Region };
        }

        config.Profile = settings.Profile is { } profile ? new Profile(profile) : null;
        return new AmazonS3Client(config);
    }

    private static async IAsyncEnumerable<KeyValuePair<string, ConverseRequest>> Questions()
    {
        for (int berth = 1; berth <= BatchRecords; berth++)
        {
            await Task.Yield();
            yield return KeyValuePair.Create($"berth{berth}", ConverseRequest.For(Prompts.Berth, BatchTokens));
        }
    }
}
