#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// One model of each family, called against the embedded server: dotnet run docs/samples/every-model.cs
using System.Globalization;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

const string Question = "Why is the sky blue?";

await using BedrockServer server = await BedrockServer.StartAsync();
using BedrockClient bedrock = server.CreateClient();

// A family is one line: its name, a model, a request, where the answer's text is.
Row[] rows =
[
    await AskAsync("Claude Messages", ClaudeModels.Sonnet45.InProfile("us"), ClaudeRequest.For(Question), r => r.Text),
    await AskAsync("Nova messages", NovaModels.Lite.InProfile("us"), NovaRequest.For(Question, 200), r => r.Text),
    await AskAsync("Llama", LlamaModels.Llama33Instruct70B.InProfile("us"), LlamaRequest.For(Question), r => r.Text),
    await AskAsync("Mistral prompt", MistralModels.Mistral7BInstruct, MistralRequest.For(Question), r => r.Text),
    await AskAsync("Mistral chat", MistralChatModels.Large2407, ChatCompletionRequest.For(Question), r => r.Text),
    await AskAsync("DeepSeek R1", DeepSeekModels.R1.InProfile("us"), DeepSeekRequest.For(Question), r => r.AnswerText),
    await AskAsync("Jurassic-2", JurassicModels.Ultra, JurassicRequest.For(Question, 200), r => r.Text),
    await AskAsync("Jamba", JambaModels.Large15, JambaRequest.For(Question, 200), r => r.Text),
    await AskAsync("Claude text completions", ClaudeTextModels.V21, ClaudeTextRequest.For(Question), r => r.Text),
    await AskAsync("Command", CommandModels.Command, CommandRequest.For(Question, 200), r => r.Text),
    await AskAsync("Command R", CommandRModels.CommandRPlus, CommandRRequest.For(Question, 200), r => r.Text),
    await AskAsync("Pegasus", PegasusModels.Pegasus12.InProfile("us"), PegasusRequest.For("What is seen?", "s3://videos/sky.mp4", "123456789012"), r => r.Text),
    await AskAsync("Titan Text", TitanModels.TextExpress, TitanTextRequest.For(Question), r => r.Text),
    await AskAsync("Chat Completions: OpenAI", OpenAIModels.GptOss120B, ChatCompletionRequest.For(Question), r => r.Text),
    await AskAsync("Chat Completions: Qwen", QwenModels.Qwen3Next80B, ChatCompletionRequest.For(Question), r => r.Text),
    await AskAsync("Chat Completions: DeepSeek V3", DeepSeekChatModels.V32, ChatCompletionRequest.For(Question), r => r.Text),
    await AskAsync("Chat Completions: MiniMax", MiniMaxModels.M25, ChatCompletionRequest.For(Question), r => r.Text),
    await AskAsync("Chat Completions: Kimi", MoonshotModels.KimiK3.InProfile("us"), ChatCompletionRequest.For(Question), r => r.Text),
    await AskAsync("Chat Completions: Gemma", GemmaModels.Gemma3It27B, ChatCompletionRequest.For(Question), r => r.Text),
    await AskAsync("Chat Completions: Nemotron", NemotronModels.Super120BV3, ChatCompletionRequest.For(Question), r => r.Text),
    await AskAsync("Chat Completions: GLM", GlmModels.Glm5, ChatCompletionRequest.For(Question), r => r.Text),
    await AskAsync("Chat Completions: Mistral", MistralChatCompletionModels.Large3, ChatCompletionRequest.For(Question), r => r.Text),
    await AskAsync("Chat Completions: Grok", GrokModels.Grok47.InProfile("us"), ChatCompletionRequest.For(Question), r => r.Text),
    await AskAsync("Chat Completions: Palmyra", WriterModels.PalmyraX5.InProfile("us"), ChatCompletionRequest.For(Question), r => r.Text),
    await AskAsync("Palmyra text", WriterModels.CompletionFromId("us.writer.palmyra-x5-v1:0"), WriterCompletionRequest.For(Question), r => r.Text),
    await AskAsync("Titan Text Embeddings", TitanModels.EmbedTextV2, TitanEmbedTextRequest.For(Question), r => $"{r.Embedding.Length} numbers"),
    await AskAsync("Titan Multimodal Embeddings", TitanModels.EmbedImageV1, TitanEmbedImageRequest.For(Question), r => $"{r.Embedding.Length} numbers"),
    await AskAsync("Cohere Embed", CohereEmbedModels.V4, CohereEmbedRequest.For(CohereEmbedInputType.SearchQuery, Question),
        r => $"{r.Embeddings?.Float?[0].Length} numbers"),
    await AskAsync("Nova Multimodal Embeddings", NovaEmbedModels.MultimodalV1, NovaEmbedRequest.For(Question),
        r => $"{r.Embeddings[0].Embedding.Length} numbers"),
    await AskAsync("Marengo", MarengoModels.Embed30, MarengoRequest.For(Question), r => $"{r.Embeddings[0].Embedding.Length} numbers"),
    await AskAsync("Imported model", ImportedModels.BedrockCompletion("arn:aws:bedrock:us-east-1:123456789012:imported-model/abc123def456"),
        ImportedBedrockCompletionRequest.For(Question), r => r.Text),
    await AskAsync("Cohere Rerank", CohereRerankModels.V35, CohereRerankRequest.For(Question, "The sky is blue.", "Grass is green."),
        r => $"best: {r.Results[0].Index}"),
    await AskAsync("Amazon Rerank", AmazonRerankModels.V1, AmazonRerankRequest.For(Question, "The sky is blue.", "Grass is green."),
        r => $"best: {r.Results[0].Index}"),
    await AskAsync("Stable Diffusion XL", StableDiffusionModels.Xl10, StableDiffusionRequest.For("A blue sky"), r => $"{r.Artifacts.Count} image"),
    await AskAsync("Titan Image, Nova Canvas", NovaCanvasModels.V1, AmazonImageRequest.For("A blue sky"), r => $"{r.Images.Count} image"),
    await AskAsync("Stable Image", StableImageModels.Ultra11, StableImageRequest.For("A blue sky"), r => $"{r.Images?.Count ?? 0} image"),
];

int family = rows.Max(row => row.Family.Length);
int answer = rows.Max(row => row.Answer.Length);
Print("family", "answer", "tokens");
Print(new string('-', family), new string('-', answer), "---------");
foreach (Row row in rows)
{
    Print(row.Family, row.Answer, row.Tokens);
}

void Print(string first, string second, string third) => Console.WriteLine($"{first.PadRight(family)}  {second.PadRight(answer)}  {third}");

async Task<Row> AskAsync<TRequest, TResponse>(string name, Model<TRequest, TResponse> model, TRequest request, Func<TResponse, string?> text)
    where TResponse : BedrockResponse
{
    TResponse response = await bedrock.InvokeAsync(model, request);
    string words = string.Join(' ', (text(response) ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    string tokens = response.TokenUsage is { } usage ? $"{Count(usage.InputTokens)} + {Count(usage.OutputTokens)}" : "-";
    return new Row(name, words.Length > 60 ? words[..59] + "…" : words, tokens);
}

static string Count(int? tokens) => tokens?.ToString(CultureInfo.InvariantCulture) ?? "-";

internal sealed record Row(string Family, string Answer, string Tokens);
