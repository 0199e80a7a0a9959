using System.Text;
using System.Text.Json;
using Bedrock.Toolkit;
using Bedrock.Toolkit.AotTests;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// "--start" measures the start alone: from the beginning of the process to the first answer over HTTP.
if (args is ["--start"])
{
    await StartCheck.RunAsync();
    return;
}

// Published native and run: whatever needs reflection or is trimmed away shows here. Throws on the first surprise.
using (var role = new RoleCheck())
{
    // First of all, because AWSSDK.Core reads the place of the AWS files once.
    IReadOnlyList<string> requests = await role.RunAsync();
    Expect(requests.Count == 2, "one request to STS and one to Bedrock");
    Expect(requests[0].Contains("Credential=AKIDSOURCE/", StringComparison.Ordinal), "the role is assumed with the source credentials");
    Expect(requests[1].Contains("Credential=ASIAROLE/", StringComparison.Ordinal), "the call is signed with the role's credentials");
    Expect(requests[1].Contains("token-of-role", StringComparison.Ordinal), "the call carries the role's token");
}

using var fake = new FakeBedrock();

ClaudeRequest request = ClaudeRequest.For("Name one small harbour.", maxTokens: 50);
ClaudeResponse reply = await fake.Client.InvokeAsync(ClaudeModels.Sonnet45.InProfile("us"), request);
Expect(reply.Text.Length > 0, "the call has an answer");
Expect(reply.Metadata is { Attempts: 1, RequestId.Length: > 0 }, "the call has metadata");

var streamed = new StringBuilder();
await foreach (ClaudeStreamEvent e in fake.Client.StreamAsync(ClaudeModels.Sonnet45.InProfile("us"), request))
{
    streamed.Append(e.Text);
}

Expect(streamed.ToString() == reply.Text, "the stream gives the text of the call");
ClaudeResponse folded = await fake.Client.StreamAsync(ClaudeModels.Sonnet45.InProfile("us"), request).ToResponseAsync();
Expect(folded.Text == reply.Text, "the folded stream gives the text of the call");

TitanEmbedTextResponse vector = await fake.Client.InvokeAsync(TitanModels.EmbedTextV2, new() { InputText = "hello", Dimensions = 256 });
Expect(vector.Embedding.Length == 256, "the embedding has the wanted length");

string json = BedrockJson.Serialize(request);
Expect(BedrockJson.Deserialize<ClaudeRequest>(json).Messages.Count == 1, "a conversation is saved and loaded");

var own = new Model<JsonElement, JsonElement>("amazon.titan-embed-text-v2:0", BedrockJsonElement.Info, BedrockJsonElement.Info);
JsonElement answer = await fake.Client.InvokeAsync(own, JsonDocument.Parse("""{"inputText":"hello"}""").RootElement);
Expect(answer.GetProperty("embedding").GetArrayLength() == 1024, "a model without types works");

ModelId nova = "us.amazon.nova-lite-v1:0";
ConverseResponse said = await fake.Client.ConverseAsync(nova, ConverseRequest.For("hello"));
ConverseResponse streamedReply = await fake.Client.ConverseStreamAsync(nova, ConverseRequest.For("hello")).ToResponseAsync();
Expect(said.Text.Length > 0 && streamedReply.Text == said.Text, "Converse answers, whole and in pieces");
Expect(BedrockJson.Deserialize<ConverseResponse>(BedrockJson.Serialize(said)).Text == said.Text, "an answer of Converse is saved and loaded");
ConverseResponse<Harbour> harbour = await fake.Client.ConverseAsync(nova, ConverseRequest.For("A harbour with 12 boats."), HarbourJsonContext.Default.Harbour);
Expect(harbour.Value.Boats == 12, "an answer has the form of a type");
string schema = BedrockJson.Serialize(fake.ConverseRequests(nova)[^1]);
Expect(schema.Contains("How many boats lie there.", StringComparison.Ordinal), "the schema has the descriptions of the type");
RunnableTool boats = RunnableTool.Create("boats", "Counts boats.", HarbourJsonContext.Default.Harbour, (input, _) => Task.FromResult($"{input.Boats} boats"));
ToolLoopResult counted = await fake.Client.ConverseWithToolsAsync(nova, ConverseRequest.For("Count the boats: 7."), [boats]);
Expect(counted.Text.Contains("7 boats", StringComparison.Ordinal), "a tool is run");

fake.When(ClaudeModels.Haiku45).Throw(new BedrockThrottlingException("slow down"));
try
{
    await fake.Client.InvokeAsync(ClaudeModels.Haiku45.InProfile("us"), request);
    Expect(false, "a throttled call throws");
}
catch (BedrockThrottlingException e)
{
    Expect(e.StatusCode == 429, "a throttled call tells its status");
}

IConfiguration configuration = new ConfigurationBuilder()
    .AddInMemoryCollection([new("Bedrock:Region", "eu-west-1"), new("Bedrock:MaxAttempts", "2"), new("Bedrock:FirstByteTimeout", "00:01:00")])
    .Build();
await using ServiceProvider services = new ServiceCollection().AddBedrock(configuration.GetSection("Bedrock")).Services.BuildServiceProvider();
Expect(services.GetRequiredService<IBedrockClient>() is BedrockClient, "the container gives a client");

CloneCheck.Run();

await HostCheck.RunAsync();

await ChatClientCheck.RunAsync();

await ControlCheck.RunAsync();
Console.WriteLine("native AOT: ok");

static void Expect(bool condition, string what)
{
    if (!condition)
    {
        throw new InvalidOperationException("Failed: " + what);
    }
}
