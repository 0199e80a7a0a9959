using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Conventions;
using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.Tools;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>Every operation, by requests and answers that are drawn from the model.</summary>
public sealed class ControlPlaneModelTests
{
    private const int Turns = 4;

    private static readonly string[] Methods = [.. typeof(BedrockControlClient).GetMethods().Select(method => method.Name)];

    [SharedFact]
    public void Operations_OfTheModel_AreAllMethods()
    {
        ApiModel model = Model();

        Assert.Equal(108, model.Operations.Count);
        Assert.All(model.Operations.Keys, operation => Assert.Contains(operation + "Async", Methods));
        Assert.Empty(ModelDiff.Of(SourceFolders.Repository, model));
    }

    [SharedFact]
    public async Task Requests_DrawnFromTheModel_AreSentAsItSays()
    {
        ApiModel model = Model();
        List<string> faults = [];
        foreach (ApiOperation operation in model.Operations.Values)
        {
            for (int turn = 0; turn < Turns; turn++)
            {
                if (await FaultOfAsync(model, operation, turn) is { } fault)
                {
                    faults.Add($"{operation.Name}, turn {turn}: {fault}");
                    break;
                }
            }
        }

        ConventionFaults.AssertNone(faults);
    }

    [SharedFact]
    public void Variants_OfEveryUnion_AreReadAndWritten()
    {
        ApiModel model = Model();
        List<string> faults = [];
        int variants = 0;
        foreach (ApiShape union in model.Shapes.Values.Where(shape => shape.IsUnion))
        {
            Type? type = typeof(BedrockControlClient).Assembly.GetType("Bedrock.Toolkit.ControlPlane." + RoomTypes.Pascal(union.Name));
            for (int turn = 0; turn < union.Members.Count && type is not null; turn++, variants++)
            {
                JsonObject drawn = new ShapeDraw(model, turn).Structure(union);
                object read = JsonSerializer.Deserialize(drawn.ToJsonString(), BedrockControlJson.Options.GetTypeInfo(type))!;
                if (Leftovers.FaultOf(read, drawn) is { } fault)
                {
                    faults.Add($"{union.Name}.{union.Members[turn].Name}: {fault}");
                }
            }
        }

        Assert.True(variants > 60, $"Only {variants} variants were drawn.");
        ConventionFaults.AssertNone(faults);
    }

    private static ApiModel Model() => ApiModel.Read(SharedFolder.PathTo("api", "bedrock", "service-2.json"));

    private static async Task<string?> FaultOfAsync(ApiModel model, ApiOperation operation, int turn)
    {
        ApiShape input = model[operation.Input!];
        ApiShape output = model[operation.Output!];
        string name = operation.Name + (operation.Pages is null ? "Async" : "PageAsync");
        MethodInfo method = typeof(BedrockControlClient).GetMethods().Single(candidate => candidate.Name == name && candidate.GetParameters().Length == 3);
        JsonObject request = new ShapeDraw(model, turn).Structure(input);
        JsonObject answer = new ShapeDraw(model, turn + 1).Structure(output);
        var handler = new ScriptedHandler(_ => Answers.Json((output.Payload is { } payload ? answer[payload]! : answer).ToJsonString()));
        using var client = new BedrockControlClient(TestClient.Options(handler));

        object typed = JsonSerializer.Deserialize(request.ToJsonString(), BedrockControlJson.Options.GetTypeInfo(method.GetParameters()[0].ParameterType))!;
        if (Leftovers.FaultOf(typed, request) is { } requestFault)
        {
            return "request: " + requestFault;
        }

        var task = (Task)method.Invoke(client, [typed, null, CancellationToken.None])!;
        await task;
        object result = task.GetType().GetProperty("Result")!.GetValue(task)!;
        return FaultOf(handler.Sent[0], operation, input, request) ?? (Leftovers.FaultOf(result, answer) is { } answerFault ? "answer: " + answerFault : null);
    }

    private static string? FaultOf(SentRequest sent, ApiOperation operation, ApiShape input, JsonObject request)
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
                    return $"header {member.WireName}";
                case null:
                    body[member.WireName] = value?.DeepClone();
                    break;
                default:
                    break;
            }
        }

        JsonNode? expected = input.Payload is { } payload ? body[payload] : input.Members.Any(member => member.Location is null) ? body : null;
        return sent.Method.Method != operation.Method ? $"method {sent.Method}"
            : sent.Uri.Host != "bedrock.us-east-1.amazonaws.com" ? $"host {sent.Uri.Host}"
            : sent.Uri.AbsolutePath != path ? $"path {sent.Uri.AbsolutePath} and not {path}"
            : sent.Uri.Query.TrimStart('?') != string.Join('&', query) ? $"query {sent.Uri.Query}"
            : expected is null && sent.Body.Length > 0 ? $"body {sent.Text}"
            : expected is not null && !JsonNode.DeepEquals(expected, JsonNode.Parse(sent.Body)) ? $"body {sent.Text} and not {expected.ToJsonString()}"
            : null;
    }

    private static string TextOf(JsonNode? value) => value is null ? string.Empty
        : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
