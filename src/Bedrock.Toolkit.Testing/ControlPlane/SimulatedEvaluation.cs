using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>
/// What an evaluation job that has ended leaves: the answers of the model, or those of the data set, and for each metric how many words of the reference they
/// have; no score where there is no reference. Data sets whose bucket is not there are left out. The form of results is unconfirmed.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-report-judge.html
/// </summary>
internal static class SimulatedEvaluation
{
    private static readonly char[] Separators = [' ', '\n', '\t', '.', ',', '?', '!', ':', ';', '"'];

    public static void Settle(SimulatedJobs jobs, Resource job)
    {
        JsonNode? automated = job.Body["evaluationConfig"]?["automated"];
        string? model = job.Body["inferenceConfig"]?["models"]?[0]?["bedrockModel"]?["modelIdentifier"]?.GetValue<string>();
        string judge = automated?["evaluatorModelConfig"]?["bedrockEvaluatorModels"]?[0]?["modelIdentifier"]?.GetValue<string>() ?? "computed";
        foreach (JsonNode? config in automated?["datasetMetricConfigs"] as JsonArray ?? [])
        {
            if (config?["dataset"]?["datasetLocation"]?["s3Uri"]?.GetValue<string>() is not { } uri
                || !jobs.Store.HasBucket(SimulatedJobs.PlaceOf(uri).Bucket))
            {
                continue;
            }

            if (Find(jobs, uri) is not { } lines)
            {
                job.Failure = $"The data set {config["dataset"]!["name"]} is not at its location.";
                return;
            }

            string[] metrics = [.. config["metricNames"]!.AsArray().Select(static name => name!.GetValue<string>())];
            StringBuilder output = new();
            foreach (string line in lines)
            {
                output.Append(Rate((JsonObject)JsonNode.Parse(line)!, model, judge, metrics, jobs.Model).ToJsonString()).Append('\n');
            }

            string name = config["dataset"]!["name"]!.GetValue<string>();
            jobs.Put(job, $"{job.Name}/{job.Id}/datasets/{name}/{job.Id}_output.jsonl", Encoding.UTF8.GetBytes(output.ToString()));
        }
    }

    private static string[]? Find(SimulatedJobs jobs, string uri)
    {
        (string bucket, string key) = SimulatedJobs.PlaceOf(uri);
        return jobs.Store.Find(bucket, key) is { } file
            ? Encoding.UTF8.GetString(file.Content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : null;
    }

    private static JsonObject Rate(JsonObject record, string? model, string judge, string[] metrics, Func<ReceivedRequest, Answer> answer)
    {
        JsonNode? turn = (record["conversationTurns"] as JsonArray)?[^1];
        string? reference = Text(record["referenceResponse"]) ?? Text(turn?["referenceResponses"]?[0]?["content"]?[0]?["text"]);
        JsonNode? given = record["modelResponses"]?[0];
        string response = Text(given?["response"]) ?? Text(turn?["output"]?["text"])
            ?? (model is null || Text(record["prompt"]) is not { } prompt ? string.Empty : Ask(model, prompt, answer));
        var scores = new JsonArray([.. metrics.Select(JsonNode (metric) => new JsonObject
        {
            ["metricName"] = metric,
            ["result"] = reference is null ? null : Overlap(reference, response),
            ["evaluatorDetails"] = new JsonArray(new JsonObject
            {
                ["modelIdentifier"] = judge,
                ["explanation"] = "The simulated judge counts the words of the reference.",
            }),
        })]);
        return new JsonObject
        {
            ["automatedEvaluationResult"] = new JsonObject { ["scores"] = scores },
            ["inputRecord"] = record.DeepClone(),
            ["modelResponses"] = new JsonArray(new JsonObject
            {
                ["response"] = response,
                ["modelIdentifier"] = Text(given?["modelIdentifier"]) ?? model,
            }),
        };
    }

    private static string Ask(string model, string prompt, Func<ReceivedRequest, Answer> answer)
    {
        var message = new JsonObject { ["role"] = "user", ["content"] = new JsonArray(new JsonObject { ["text"] = prompt }) };
        byte[] body = Encoding.UTF8.GetBytes(new JsonObject { ["messages"] = new JsonArray(message) }.ToJsonString());
        try
        {
            Answer reply = answer(new ReceivedRequest { Method = "POST", Path = $"/model/{Uri.EscapeDataString(model)}/converse", Headers = [], Body = body });
            return reply.HasHead && reply.StatusCode == 200
                ? Text(JsonNode.Parse(reply.Body.Span)?["output"]?["message"]?["content"]?[0]?["text"]) ?? string.Empty
                : string.Empty;
        }
        catch (ServiceFailure)
        {
            // A model that fails for one record has said nothing; the job goes on.
            return string.Empty;
        }
    }

    private static double Overlap(string reference, string response)
    {
        string[] wanted = reference.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        HashSet<string> said = new(response.Split(Separators, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
        return wanted.Length == 0 ? 0 : Math.Round((double)wanted.Count(said.Contains) / wanted.Length, 3);
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
