using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Doors;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Doors;

/// <summary>The doors of the loopback server, right and wrong.</summary>
public sealed class DoorServerTests
{
    [Theory]
    [InlineData(false, "/openai/v1/responses", """{"model":"openai.gpt-oss-20b-1:0","input":"a"}""", 404, "does not support the '/openai/v1/responses' API")]
    [InlineData(false, "/openai/v1/chat/completions", """{"model":"openai.gpt-5.4","messages":[]}""", 400, "identifier is invalid")]
    [InlineData(false, "/openai/v1/chat/completions", """{"model":"openai.gpt-oss-20b","messages":[]}""", 400, "identifier is invalid")]
    [InlineData(false, "/v1/chat/completions", """{"model":"openai.gpt-oss-20b-1:0","messages":[]}""", 200, "UnknownOperationException")]
    [InlineData(false, "/openai/v1/responses", """{"model":"openai.gpt-6-sol","input":"a"}""", 400, "on-demand throughput")]
    [InlineData(false, "/openai/v1/responses", """{"model":"openai.gpt-5.6-sol","input":"a","max_output_tokens":8}""", 400, ">= 16")]
    [InlineData(false, "/openai/v1/chat/completions", """{"model":"openai.gpt-5.6-sol","max_tokens":99,"messages":[]}""", 400, "max_completion_tokens")]
    [InlineData(true, "/v1/responses", """{"model":"openai.gpt-5.4","input":"a"}""", 400, "isn't supported on this route")]
    [InlineData(true, "/openai/v1/responses", """{"model":"us.openai.gpt-5.4","input":"a"}""", 400, "identifier is invalid")]
    [InlineData(true, "/v1/responses", """{"model":"deepseek.v3.1","input":"a"}""", 404, "doesn't exist or doesn't support this API")]
    [InlineData(true, "/v1/chat/completions", """{"model":"anthropic.claude-haiku-4-5","messages":[]}""", 400, "isn't supported on this route")]
    public async Task Answer_WrongDoorOrId_IsTheServicesError(bool isMantle, string path, string body, int status, string words)
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using var http = new HttpClient(new BedrockSigningHandler(Options(server), new SocketsHttpHandler()));

        using HttpResponseMessage answer = await http.PostAsync(new Uri(isMantle ? server.MantleUrl : server.Url, path),
            new StringContent(body, Encoding.UTF8, "application/json"));

        string text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(words, System.Text.RegularExpressions.Regex.Unescape(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai.gpt-oss-20b-1:0", BedrockHost.Runtime, "responses", typeof(BedrockServiceException))]
    [InlineData("deepseek.v3.1", BedrockHost.Mantle, "responses", typeof(BedrockServiceException))]
    [InlineData("openai.gpt-5.4", BedrockHost.Runtime, "responses", typeof(BedrockValidationException))]
    public async Task Handler_WrongDoor_IsOurExceptionWithAdvice(string model, BedrockHost host, string tail, Type type)
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using HttpClient http = Doors(server, host, Options(server));

        BedrockException e = await Assert.ThrowsAnyAsync<BedrockException>(() => http.PostAsync(new Uri("https://x/v1/" + tail),
            new StringContent($$"""{"model":"{{model}}","input":"a"}""", Encoding.UTF8, "application/json")));

        Assert.Equal(type, e.GetType());
        Assert.Contains("BedrockDoor.For", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BedrockHost.Runtime, "openai.gpt-5.6-sol")]
    [InlineData(BedrockHost.Mantle, "openai.gpt-5.6-sol")]
    public async Task Handler_WrongKey_IsAnAuthenticationException(BedrockHost host, string model)
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        var options = new BedrockClientOptions { Region = server.Region, ApiKey = "bedrock-api-key-of-nobody", AllowApiKeyOverHttpLoopback = true };
        using HttpClient http = Doors(server, host, options);

        await Assert.ThrowsAsync<BedrockAuthenticationException>(() => http.PostAsync(new Uri("https://x/v1/responses"),
            new StringContent($$"""{"model":"{{model}}","input":"a"}""", Encoding.UTF8, "application/json")));
    }

    [Fact]
    public async Task Answer_KeyOfAnthropicsHeader_CountsOnMantleAlone()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("x-api-key", server.ApiKey);
        http.DefaultRequestHeaders.Add("anthropic-version", "2023-06-01");

        const string Body = """{"model":"anthropic.claude-haiku-4-5","max_tokens":64,"messages":[{"role":"user","content":"Is pier 3 free?"}]}""";
        using HttpResponseMessage onMantle = await http.PostAsync(new Uri(server.MantleUrl, "anthropic/v1/messages"), new StringContent(Body));
        using HttpResponseMessage onRuntime = await http.PostAsync(new Uri(server.Url, "anthropic/v1/messages"), new StringContent(Body));

        Assert.Equal((200, 401), ((int)onMantle.StatusCode, (int)onRuntime.StatusCode));
    }

    [Fact]
    public async Task Models_OfMantle_AreListedInItsSpelling()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using var http = new HttpClient(new BedrockSigningHandler(Options(server), new SocketsHttpHandler()));

        JsonElement list = await ReadAsync(http, new Uri(server.MantleUrl, "v1/models"));

        string[] ids = [.. list.GetProperty("data").EnumerateArray().Select(model => model.GetProperty("id").GetString()!)];
        Assert.Subset(ids.ToHashSet(), new HashSet<string> { "openai.gpt-5.4", "openai.gpt-oss-20b", "anthropic.claude-haiku-4-5", "google.gemma-4-31b" });
        Assert.DoesNotContain(ids, id => id.Contains(':', StringComparison.Ordinal) || id.StartsWith("amazon.", StringComparison.Ordinal));
        Assert.Equal("openai", (await ReadAsync(http, new Uri(server.MantleUrl, "v1/models/openai.gpt-5.4"))).GetProperty("owned_by").GetString());
        Assert.Equal(404, (int)(await http.GetAsync(new Uri(server.MantleUrl, "v1/models/openai.gpt-none"))).StatusCode);
        Assert.Equal(404, (int)(await http.GetAsync(new Uri(server.MantleUrl, "openai/v1/models"))).StatusCode);
        Assert.True((await ReadAsync(http, new Uri(server.Url, "openai/v1/models"))).TryGetProperty("Output", out _));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Responses_Stored_AreReadGoneOnFromAndDeleted(bool isMantle)
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using var http = new HttpClient(new BedrockSigningHandler(Options(server), new SocketsHttpHandler()));
        var door = new Uri(isMantle ? server.MantleUrl : server.Url, "openai/v1/responses");
        JsonElement first = await AskAsync("""{"model":"openai.gpt-5.6-sol","input":"The harbour has seven piers."}""");
        string id = first.GetProperty("id").GetString()!;

        JsonElement alone = await AskAsync("""{"model":"openai.gpt-5.6-sol","input":"How many?"}""");
        JsonElement second = await AskAsync($$"""{"model":"openai.gpt-5.6-sol","input":"How many?","previous_response_id":"{{id}}"}""");
        string secondId = second.GetProperty("id").GetString()!;
        JsonElement third = await AskAsync($$"""{"model":"openai.gpt-5.6-sol","input":"Sure?","previous_response_id":"{{secondId}}"}""");

        Assert.True(Input(second) > Input(alone) && Input(third) > Input(second));
        Assert.Equal(first.GetRawText(), (await ReadAsync(http, new Uri(door, "responses/" + id))).GetRawText());
        JsonElement items = (await ReadAsync(http, new Uri(door, $"responses/{third.GetProperty("id").GetString()}/input_items"))).GetProperty("data");
        Assert.Equal(["user", "assistant", "user", "assistant", "user"], items.EnumerateArray().Select(item => item.GetProperty("role").GetString()));
        Assert.Equal(200, (int)(await http.DeleteAsync(new Uri(door, "responses/" + id))).StatusCode);
        Assert.Equal(404, (int)(await http.GetAsync(new Uri(door, "responses/" + id))).StatusCode);
        Assert.Equal(404, (int)(await http.DeleteAsync(new Uri(door, "responses/" + id))).StatusCode);

        JsonElement unstored = await AskAsync("""{"model":"openai.gpt-5.6-sol","input":"Forget this.","store":false}""");
        using HttpResponseMessage lost = await PostAsync(
            $$"""{"model":"openai.gpt-5.6-sol","input":"And?","previous_response_id":"{{unstored.GetProperty("id").GetString()}}"}""");
        Assert.Equal(404, (int)lost.StatusCode);

        static int Input(JsonElement response) => response.GetProperty("usage").GetProperty("input_tokens").GetInt32();

        Task<HttpResponseMessage> PostAsync(string body) => http.PostAsync(door, new StringContent(body, Encoding.UTF8, "application/json"));

        async Task<JsonElement> AskAsync(string body)
        {
            using HttpResponseMessage answer = await PostAsync(body);
            return JsonElement.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpClient http, Uri address) => JsonElement.Parse(await http.GetStringAsync(address));

    [Fact]
    public async Task Calls_OfADoor_SayOperationAndModel()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using HttpClient http = Doors(server, BedrockHost.Mantle, Options(server));

        using HttpResponseMessage answer = await http.PostAsync(new Uri("https://x/v1/chat/completions"),
            new StringContent("""{"model":"deepseek.v3.1","messages":[{"role":"user","content":"a"}]}""", Encoding.UTF8, "application/json"));

        RecordedCall call = Assert.Single(server.Calls);
        Assert.Equal(("CreateChatCompletion", "deepseek.v3.1", "/v1/chat/completions"), (call.Operation, call.ModelId, call.Path));
        Assert.NotNull(call.OutputTokens);
    }

    private static HttpClient Doors(BedrockServer server, BedrockHost host, BedrockClientOptions options)
    {
        options.ServiceUrl = host == BedrockHost.Mantle ? server.MantleUrl : server.Url;
        options.MaxAttempts = 1;
        return new HttpClient(new BedrockDoorHandler(options) { Host = host });
    }

    private static BedrockClientOptions Options(BedrockServer server) => new() { Region = server.Region, Credentials = server.Credentials };
}
