using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Agents;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.ControlPlane;
using Bedrock.Toolkit.Tests.Conventions;
using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.Tools;

namespace Bedrock.Toolkit.Tests.Agents;

/// <summary>Every operation of the four services, by requests and answers that are drawn from their models.</summary>
public sealed class AgentsModelTests
{
    private const int Turns = 4;

    [SharedTheory]
    [InlineData("bedrock-agent-runtime")]
    [InlineData("bedrock-agent")]
    [InlineData("bedrock-agentcore")]
    [InlineData("s3vectors")]
    public void Operations_OfTheModel_AreAllMethods(string name)
    {
        AgentService service = AgentService.Of(name);
        string[] methods = [.. service.Client.GetMethods().Select(method => method.Name)];

        Assert.Equal(service.Operations, service.Model.Operations.Count);
        Assert.All(service.Model.Operations.Keys, operation => Assert.Contains(operation + "Async", methods));
        ConventionFaults.AssertNone(ModelDiff.Of(SourceFolders.Repository, service.Model));
    }

    [SharedTheory]
    [InlineData("bedrock-agent-runtime")]
    [InlineData("bedrock-agent")]
    [InlineData("bedrock-agentcore")]
    [InlineData("s3vectors")]
    public async Task Requests_DrawnFromTheModel_AreSentAsItSays(string name)
    {
        AgentService service = AgentService.Of(name);
        List<string> faults = [];
        foreach (ApiOperation operation in service.Model.Operations.Values)
        {
            for (int turn = 0; turn < Turns; turn++)
            {
                if (await FaultOfAsync(service, operation, turn) is { } fault)
                {
                    faults.Add($"{operation.Name}, turn {turn}: {fault}");
                    break;
                }
            }
        }

        ConventionFaults.AssertNone(faults);
    }

    [SharedTheory]
    [InlineData("bedrock-agent-runtime", 60)]
    [InlineData("bedrock-agent", 40)]
    [InlineData("bedrock-agentcore", 60)]
    [InlineData("s3vectors", 1)]
    public void Variants_OfEveryUnion_AreReadAndWritten(string name, int least)
    {
        AgentService service = AgentService.Of(name);
        List<string> faults = [];
        int variants = 0;
        foreach (ApiShape union in service.Model.Shapes.Values.Where(shape => shape.IsUnion || shape.IsEventStream))
        {
            Type? type = service.TypeOf(union.Name);
            ApiMember[] members = [.. union.Members.Where(member => !service.Model[member.Shape].IsException)];
            for (int turn = 0; turn < members.Length && type is not null; turn++, variants++)
            {
                JsonObject drawn = new ShapeDraw(service.Model, turn).Structure(union with { Members = members, IsUnion = true });
                object read = JsonSerializer.Deserialize(drawn.ToJsonString(), BedrockAgentsJson.Options.GetTypeInfo(type))!;
                if (Leftovers.FaultOf(read, drawn, BedrockAgentsJson.Options, type) is { } fault)
                {
                    faults.Add($"{union.Name}.{members[turn].Name}: {fault}");
                }
            }
        }

        Assert.True(variants >= least, $"Only {variants} variants were drawn.");
        ConventionFaults.AssertNone(faults);
    }

    private static async Task<string?> FaultOfAsync(AgentService service, ApiOperation operation, int turn)
    {
        ApiShape input = service.Model[operation.Input!];
        ApiShape output = service.Model[operation.Output!];
        JsonObject request = new ShapeDraw(service.Model, turn).Structure(input);
        JsonObject answer = new ShapeDraw(service.Model, turn + 1).Structure(output);
        ApiMember? stream = service.StreamOf(operation);
        JsonArray events = [];
        if (stream is not null)
        {
            events = Events(service, service.Model[stream.Shape], turn);
            answer[stream.Name] = events;
        }

        var handler = new ScriptedHandler(_ => Answer(service, output, answer, stream));
        using IDisposable client = service.Over(handler);
        MethodInfo method = service.MethodOf(operation);
        Type requestType = method.GetParameters()[0].ParameterType;
        object typed = JsonSerializer.Deserialize(request.ToJsonString(), BedrockAgentsJson.Options.GetTypeInfo(requestType))!;
        if (Leftovers.FaultOf(typed, request, BedrockAgentsJson.Options) is { } requestFault)
        {
            return "request: " + requestFault;
        }

        object result;
        try
        {
            object called = method.Invoke(client, [typed, null, CancellationToken.None])!;
            Task task = called as Task ?? (Task)called.GetType().GetMethod("ToResponseAsync")!.Invoke(called, [CancellationToken.None])!;
            await task;
            result = task.GetType().GetProperty("Result")!.GetValue(task)!;
        }
        catch (TargetInvocationException e)
        {
            return e.InnerException!.Message;
        }
        catch (BedrockException e)
        {
            return e.ToString();
        }

        if (output.Members.Any(member => member.Location == "statusCode"))
        {
            answer["statusCode"] = 200;
        }

        return FaultOf(service, handler.Sent[0], operation, input, request) ?? WithFault(result, answer);
    }

    private static string? WithFault(object result, JsonObject answer)
    {
        // What stands in headers is read when it is asked for, and kept with the rest.
        return Leftovers.FaultOf(result, answer, BedrockAgentsJson.Options) is { } fault ? "answer: " + fault : null;
    }

    private static JsonArray Events(AgentService service, ApiShape stream, int turn)
    {
        JsonArray events = [];
        foreach (ApiMember member in stream.Members.Where(member => !service.Model[member.Shape].IsException))
        {
            events.Add(new JsonObject { [member.WireName] = new ShapeDraw(service.Model, turn).Structure(service.Model[member.Shape]) });
        }

        return events;
    }

    private static HttpResponseMessage Answer(AgentService service, ApiShape output, JsonObject answer, ApiMember? stream)
    {
        (string Name, string Value)[] headers =
        [
            .. output.Members.Where(member => member.Location == "header" && member.WireName != "Content-Type")
                .Select(member => (member.WireName, TextOf(answer[member.Name]))),
        ];
        if (stream is not null)
        {
            byte[][] frames = [.. answer[stream.Name]!.AsArray().Select(node => FrameOf(node!.AsObject()))];
            HttpResponseMessage streamed = Answers.Stream(frames);
            foreach ((string name, string value) in headers)
            {
                streamed.Headers.TryAddWithoutValidation(name, value);
            }

            if (answer.ContainsKey("contentType") && output.Members.Any(member => member.WireName == "Content-Type"))
            {
                answer["contentType"] = "application/vnd.amazon.eventstream";
            }

            return streamed;
        }

        if (output.Payload is { } payload)
        {
            byte[] body = service.Model[output.Members.Single(member => member.Name == payload).Shape].Type == "blob"
                ? Convert.FromBase64String(answer[payload]!.GetValue<string>())
                : Encoding.UTF8.GetBytes(answer[payload]!.ToJsonString());
            if (answer.ContainsKey("contentType"))
            {
                answer["contentType"] = "application/json";
            }

            return Answers.Of(System.Net.HttpStatusCode.OK, body, "application/json", headers);
        }

        var members = new JsonObject(output.Members.Where(member => member.Location is null)
            .Select(member => KeyValuePair.Create(member.WireName, answer[member.WireName]?.DeepClone())));
        return members.Count == 0 ? Answers.Of(System.Net.HttpStatusCode.OK, [], null, headers) : Answers.Json(members.ToJsonString(), headers);
    }

    internal static byte[] FrameOf(JsonObject single)
    {
        (string name, JsonNode? payload) = single.Single();
        return Frames.Of(payload!.ToJsonString(), (":event-type", name), (":content-type", "application/json"), (":message-type", "event"));
    }

    private static string? FaultOf(AgentService service, SentRequest sent, ApiOperation operation, ApiShape input, JsonObject request)
    {
        string path = operation.Uri;
        List<string> query = [];
        var body = new JsonObject();
        foreach (ApiMember member in input.Members)
        {
            JsonNode? value = request[ShapeDraw.NameOf(member)];
            switch (member.Location)
            {
                case "uri":
                    path = path.Replace($"{{{member.WireName}}}", Uri.EscapeDataString(value!.GetValue<string>()), StringComparison.Ordinal);
                    break;
                case "querystring":
                    query.AddRange((value is JsonArray list ? list.Select(TextOf) : [TextOf(value)])
                        .Select(text => $"{member.WireName}={Uri.EscapeDataString(text)}"));
                    break;
                case "header" when sent.Header(member.WireName) != TextOf(value):
                    return $"header {member.WireName}: {sent.Header(member.WireName)} and not {TextOf(value)}";
                case null:
                    body[member.WireName] = value?.DeepClone();
                    break;
                default:
                    break;
            }
        }

        JsonNode? expected = input.Payload is { } payload ? body[payload] : input.Members.Any(member => member.Location is null) ? body : null;
        bool isRaw = input.Payload is { } raw && service.Model[input.Members.Single(member => member.Name == raw).Shape].Type == "blob";
        return sent.Method.Method != operation.Method ? $"method {sent.Method}"
            : sent.Uri.Host != service.Host ? $"host {sent.Uri.Host}"
            : sent.Uri.AbsolutePath != path ? $"path {sent.Uri.AbsolutePath} and not {path}"
            : sent.Uri.Query.TrimStart('?') != string.Join('&', query) ? $"query {sent.Uri.Query} and not {string.Join('&', query)}"
            : expected is null && sent.Body.Length > 0 ? $"body {sent.Text}"
            : isRaw ? (sent.Body.AsSpan().SequenceEqual(Convert.FromBase64String(expected!.GetValue<string>())) ? null : "body")
            : expected is not null && !JsonNode.DeepEquals(expected, JsonNode.Parse(sent.Body)) ? $"body {sent.Text} and not {expected.ToJsonString()}"
            : null;
    }

    private static string TextOf(JsonNode? value) => value is null ? string.Empty
        : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
