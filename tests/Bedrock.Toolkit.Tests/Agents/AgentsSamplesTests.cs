using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Agents;
using Bedrock.Toolkit.Agents.Runtime;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.ControlPlane;
using Bedrock.Toolkit.Tests.Conventions;

namespace Bedrock.Toolkit.Tests.Agents;

/// <summary>Bodies of agents, knowledge bases and reranking that were written down elsewhere fit the generated types.</summary>
public sealed class AgentsSamplesTests
{
    private static readonly Dictionary<string, (Type Type, string[] Labels)> Types = new()
    {
        ["agent.invoke.request"] = (typeof(InvokeAgentRequest), ["agentId", "agentAliasId", "sessionId"]),
        ["agent.return-control.request"] = (typeof(InvokeAgentRequest), ["agentId", "agentAliasId", "sessionId"]),
        ["kb.retrieve-and-generate-external-s3.request"] = (typeof(RetrieveAndGenerateRequest), []),
        ["kb.retrieve-and-generate-external.request"] = (typeof(RetrieveAndGenerateRequest), []),
        ["kb.retrieve-and-generate.request"] = (typeof(RetrieveAndGenerateRequest), []),
        ["kb.retrieve-and-generate.response"] = (typeof(RetrieveAndGenerateResponse), []),
        ["kb.retrieve-exclude-fields.request"] = (typeof(RetrieveRequest), ["knowledgeBaseId"]),
        ["kb.retrieve-image.request"] = (typeof(RetrieveRequest), ["knowledgeBaseId"]),
        ["kb.retrieve.request"] = (typeof(RetrieveRequest), ["knowledgeBaseId"]),
        ["kb.retrieve.response"] = (typeof(RetrieveResponse), []),
        ["rerank-api.request"] = (typeof(RerankRequest), []),
        ["rerank-api.response"] = (typeof(RerankResponse), []),
    };

    private static readonly Dictionary<string, Type> Streams = new()
    {
        ["agent.invoke"] = typeof(InvokeAgentEvent),
        ["kb.retrieve-and-generate-stream"] = typeof(RetrieveAndGenerateStreamEvent),
    };

    [SharedFact]
    public void Samples_OfBodies_FitTypesWithNothingLeftOver()
    {
        List<string> faults = [];
        string[] files = [.. Directory.EnumerateFiles(SharedFolder.PathTo("wire", "samples-other"), "*.json").Where(IsOurs)];
        foreach (string file in files)
        {
            string name = Path.GetFileNameWithoutExtension(file);
            if (!Types.TryGetValue(name, out (Type Type, string[] Labels) known))
            {
                faults.Add($"{name} is read into no type");
                continue;
            }

            // What stands in the path is in no body.
            JsonObject json = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            foreach (string label in known.Labels)
            {
                json[label] = "LABEL12345";
            }

            object read = JsonSerializer.Deserialize(json.ToJsonString(), BedrockAgentsJson.Options.GetTypeInfo(known.Type))!;
            if (Leftovers.FaultOf(read, json, BedrockAgentsJson.Options) is { } fault)
            {
                faults.Add($"{name}: {fault}");
            }
        }

        Assert.Equal(Types.Count, files.Length);
        ConventionFaults.AssertNone(faults);
    }

    [SharedFact]
    public void Samples_OfStreams_FitEventsWithNothingLeftOver()
    {
        List<string> faults = [];
        int events = 0;
        foreach ((string name, Type type) in Streams)
        {
            foreach (string line in File.ReadLines(SharedFolder.PathTo("wire", "samples-other", name + ".events.jsonl")).Where(line => line.Length > 0))
            {
                JsonObject json = JsonNode.Parse(line)!.AsObject();
                if (json.Single().Key.EndsWith("Exception", StringComparison.Ordinal))
                {
                    continue;
                }

                events++;
                object read = JsonSerializer.Deserialize(line, BedrockAgentsJson.Options.GetTypeInfo(type))!;
                if (Leftovers.FaultOf(read, json, BedrockAgentsJson.Options, type) is { } fault)
                {
                    faults.Add($"{name}: {fault}");
                }
            }
        }

        Assert.True(events > 10, $"Only {events} events were found.");
        ConventionFaults.AssertNone(faults);
    }

    private static bool IsOurs(string file) =>
        Path.GetFileName(file) is var name && (name.StartsWith("agent.", StringComparison.Ordinal) || name.StartsWith("kb.", StringComparison.Ordinal)
            || name.StartsWith("rerank-api.", StringComparison.Ordinal));
}
