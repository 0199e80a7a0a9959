using System.Reflection;
using System.Text.Json;
using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.CountTokens;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>Every member that the contract of bedrock-runtime has is a member of our types.</summary>
public class ShapeCoverageTests
{
    private const string Bidirectional = "InvokeModelWithBidirectionalStream";

    // The operations whose bodies are JSON of the service; those of InvokeModel belong to the models and are looked at by their headers.
    private static readonly Dictionary<string, (Type Input, Type Output)> Typed = new()
    {
        ["ApplyGuardrail"] = (typeof(ApplyGuardrailRequest), typeof(ApplyGuardrailResponse)),
        ["Converse"] = (typeof(ConverseRequest), typeof(ConverseResponse)),
        ["ConverseStream"] = (typeof(ConverseRequest), typeof(ConverseStreamEvent)),
        ["CountTokens"] = (typeof(CountTokensRequest), typeof(CountTokensResponse)),
        ["GetAsyncInvoke"] = (typeof(string), typeof(GetAsyncInvokeResponse)),
        ["InvokeGuardrailChecks"] = (typeof(InvokeGuardrailChecksRequest), typeof(InvokeGuardrailChecksResponse)),
        ["ListAsyncInvokes"] = (typeof(ListAsyncInvokesRequest), typeof(ListAsyncInvokesResponse)),
        ["StartAsyncInvoke"] = (typeof(StartAsyncInvokeRequest), typeof(StartAsyncInvokeResponse)),
    };

    [SharedFact]
    public void Operations_OfTheContract_AreAllLookedAt()
    {
        using var model = new ServiceModel();
        string[] here = [.. Typed.Keys, "InvokeModel", "InvokeModelWithResponseStream", Bidirectional];
        Assert.Equal(model.Operations.Order(), here.Order());
    }

    [SharedFact]
    public void Members_ReachableFromTheOperations_AreAllThere()
    {
        using var model = new ServiceModel();
        var coverage = new ShapeCoverage(model);
        foreach ((string operation, (Type input, Type output)) in Typed)
        {
            coverage.Structure(model.InputOf(operation), input);
            if (operation != "ConverseStream")
            {
                coverage.Structure(model.OutputOf(operation), output);
            }
        }

        WalkEvents(model, coverage, "ConverseStreamOutput");

        Assert.Empty(coverage.Missing);
        Assert.Equal(167, coverage.Structures.Count());
        Assert.Equal(446, coverage.Members.Count);
    }

    [SharedFact]
    public void Labels_OfThePaths_AreParametersOfTheMethods()
    {
        using var model = new ServiceModel();
        List<string> missing = [];
        int labels = 0;
        foreach (string operation in Typed.Keys)
        {
            MethodInfo method = typeof(BedrockClient).Assembly.GetTypes()
                .Where(t => t is { IsPublic: true, IsAbstract: true, IsSealed: true })
                .SelectMany(t => t.GetMethods())
                .Single(m => m.Name == operation + "Async" && !m.IsGenericMethod && m.GetParameters() is [{ } first, .., { IsOptional: true }]
                    && first.ParameterType == typeof(IBedrockClient));
            foreach (ShapeMember label in model.Members(model.InputOf(operation)).Where(m => m.Location == "uri"))
            {
                labels++;
                string expected = label.Name == "modelId" ? "model" : label.Name;
                ParameterInfo? parameter = method.GetParameters().SingleOrDefault(p => p.Name == expected);
                if (parameter?.ParameterType != (label.Name == "modelId" ? typeof(ModelId) : typeof(string)))
                {
                    missing.Add($"{operation}.{label.Name}");
                }
            }
        }

        Assert.Empty(missing);
        Assert.Equal(6, labels);
    }

    [SharedFact]
    public async Task Query_OfTheList_HasEveryParameter()
    {
        using var model = new ServiceModel();
        ShapeMember[] parameters = [.. model.Members("ListAsyncInvokesRequest")];
        string json = $$"""{{{string.Join(",", parameters.Select(p => $"\"{p.WireName}\":{SampleOf(model, p.Shape)}"))}}}""";

        SentRequest sent = await WireText.SendAsync(client => client.ListAsyncInvokesPageAsync(BedrockJson.Deserialize<ListAsyncInvokesRequest>(json)));

        Assert.All(parameters, p => Assert.Equal("querystring", p.Location));
        Assert.Equal(parameters.Select(p => p.WireName).Order(), sent.Uri.Query.TrimStart('?').Split('&').Select(p => p.Split('=')[0]).Order());
    }

    [SharedTheory]
    [InlineData("InvokeModel")]
    [InlineData("InvokeModelWithResponseStream")]
    public async Task Headers_OfInvokeModel_AreAllSentAndRead(string operation)
    {
        using var model = new ServiceModel();
        bool streams = operation != "InvokeModel";
        var options = new InvokeOptions
        {
            GuardrailId = "gr1",
            GuardrailVersion = "1",
            GuardrailTrace = BedrockGuardrailTrace.EnabledFull,
            PerformanceLatency = BedrockPerformanceLatency.Optimized,
            ServiceTier = BedrockServiceTier.Flex,
            RequestMetadata = { ["team"] = "pilots" },
        };
        (string, string)[] answerHeaders = [("X-Amzn-Bedrock-PerformanceConfig-Latency", "optimized"), ("X-Amzn-Bedrock-Service-Tier", "flex")];
        var handler = new ScriptedHandler(_ => streams
            ? Answers.Of(System.Net.HttpStatusCode.OK, Frames.Chunk("""{"text":"a","last":true}"""), "application/vnd.amazon.eventstream",
                [.. answerHeaders, ("X-Amzn-Bedrock-Content-Type", "application/json")])
            : Answers.Json("""{"text":"a"}""", answerHeaders));
        using BedrockClient client = TestClient.Over(handler);
        EchoResponse response = streams
            ? await client.StreamAsync(Echo.Streaming, Echo.Request(), options).ToResponseAsync()
            : await client.InvokeAsync(Echo.Model, Echo.Request(), options);

        ShapeMember[] sent = [.. model.Members(model.InputOf(operation)).Where(m => m.Location == "header")];
        Assert.Equal(8, sent.Length);
        Assert.All(sent, member => Assert.True(handler.Sent[0].Headers.ContainsKey(member.WireName), member.WireName));
        ShapeMember[] read = [.. model.Members(model.OutputOf(operation)).Where(m => m.Location == "header")];
        Assert.Equal(3, read.Length);
        Assert.All(read, member => Assert.True(response.Metadata!.Headers.ContainsKey(member.WireName), member.WireName));
        Assert.Equal(BedrockServiceTier.Flex, response.Metadata!.ServiceTier);
        Assert.Equal(BedrockPerformanceLatency.Optimized, response.Metadata.PerformanceLatency);
    }

    [SharedFact]
    public void Coverage_OfAForeignType_ListsEveryMember()
    {
        using var model = new ServiceModel();
        var coverage = new ShapeCoverage(model);
        coverage.Structure("GuardrailTextBlock", typeof(GuardrailTopic));
        coverage.Structure("GuardrailContentBlock", typeof(GuardrailImageSource));
        coverage.Structure("GuardrailTopic", typeof(GuardrailContentFilter));

        Assert.Equal(
            ["GuardrailTextBlock.text", "GuardrailTextBlock.qualifiers", "GuardrailContentBlock.text", "GuardrailContentBlock.image", "GuardrailTopic.name"],
            coverage.Missing.Select(m => m.Split(':')[0]));
    }

    // The frames of the stream: an event is a type of its own, the errors are exceptions.
    private static void WalkEvents(ServiceModel model, ShapeCoverage coverage, string shape)
    {
        foreach (ShapeMember member in model.Members(shape))
        {
            if (model.Is(member.Shape, "exception"))
            {
                Assert.NotNull(typeof(BedrockErrorCode).GetProperty(Capital(member.Name[..^"Exception".Length])) ?? typeof(BedrockErrorCode)
                    .GetProperty(Capital(member.Name)));
                continue;
            }

            ConverseStreamEvent streamEvent = BedrockJson.Deserialize<ConverseStreamEvent>($$$"""{"{{{member.Name}}}":{}}""");
            Assert.False(streamEvent is UnknownConverseStreamEvent, member.Name);
            coverage.Structure(member.Shape, streamEvent.GetType());
        }
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string SampleOf(ServiceModel model, string shape) => model.TypeOf(shape) switch
    {
        "integer" => "1",
        "timestamp" => "\"2026-01-02T03:04:05Z\"",
        _ => "\"a\"",
    };
}
