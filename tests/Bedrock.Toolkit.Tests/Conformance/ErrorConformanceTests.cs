using System.Net;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Errors;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Conformance;

public class ErrorConformanceTests
{
    public static TheoryData<string> ErrorParsing => Ids("error-parsing.json");

    public static TheoryData<string> ErrorBodies => Ids("error-bodies-json.json");

    [SharedTheory]
    [MemberData(nameof(ErrorParsing))]
    public async Task InvokeAsync_ErrorAnswerOfTheProtocolTests_NamesTheError(string id)
    {
        JsonElement vector = Find("error-parsing.json", id);
        byte[] body = vector.TryGetProperty("body", out JsonElement text) ? Encoding.UTF8.GetBytes(text.GetString()!) : [];
        (string, string)[] headers = [.. vector.GetProperty("headers").EnumerateObject()
            .Where(h => !h.NameEquals("Content-Type")).Select(h => (h.Name, h.Value.GetString()!))];
        int status = vector.GetProperty("code").GetInt32();
        using var handler = new ScriptedHandler(_ => Answers.Of((HttpStatusCode)status, body, "application/json", headers));
        using BedrockClient client = TestClient.Over(handler, o => o.MaxAttempts = 1);

        BedrockServiceException e = await Assert.ThrowsAnyAsync<BedrockServiceException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal(vector.GetProperty("shape").GetString(), e.ErrorCode!.Value.Value);
        Assert.Equal(status, e.StatusCode);
        if (vector.TryGetProperty("params", out JsonElement members) && members.TryGetProperty("Message", out JsonElement message))
        {
            Assert.EndsWith(": " + message.GetString(), e.Message, StringComparison.Ordinal);
        }
    }

    [SharedTheory]
    [MemberData(nameof(ErrorBodies))]
    public void Parse_ErrorBodyOfOtherServices_GivesNameAndMessage(string id)
    {
        JsonElement vector = Find("error-bodies-json.json", id);

        ServiceError error = ServiceError.Parse(400, null, Encoding.UTF8.GetBytes(vector.GetProperty("body").GetString()!), null);

        JsonElement expected = vector.GetProperty("expected").GetProperty("Error");
        Assert.Equal(expected.GetProperty("Code").GetString(), error.Code);
        Assert.Equal(expected.GetProperty("Message").GetString(), error.Message);
    }

    private static TheoryData<string> Ids(string file) =>
        SharedFolder.Vectors is null ? ["missing"] : [.. Read(file).EnumerateArray().Select(v => v.GetProperty("id").GetString()!)];

    private static JsonElement Find(string file, string id) => Read(file).EnumerateArray().Single(v => v.GetProperty("id").GetString() == id);

    private static JsonElement Read(string file) =>
        JsonElement.Parse(File.ReadAllBytes(Path.Combine(SharedFolder.Vectors!, "restjson1", file)));
}
