using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebApi;

/// <summary>What the page asks. The page keeps the conversation and sends it along, so that the server has nothing to keep.</summary>
public sealed record ChatQuestion(string? Prompt, string? Model = null, IReadOnlyList<ChatTurn>? History = null);

/// <summary>What somebody said before: "user" or "assistant".</summary>
public sealed record ChatTurn(string? Role, string? Text);

/// <summary>A model that the page offers.</summary>
public sealed record OfferedModel(string Id, string Name, string Group);

/// <summary>What the page must know to begin.</summary>
public sealed record ChatOffer(IReadOnlyList<OfferedModel> Models, bool Simulated, string Prices);

/// <summary>A tool call: first its name, then its input, at last what came of it. What is not known yet is left out.</summary>
public sealed record ToolStep(string Id, string Name, JsonElement? Input = null, JsonElement? Result = null, bool? Failed = null);

/// <summary>The tokens of one call of the model, and its cost where the table has a price.</summary>
public sealed record CallUsage(int InputTokens, int OutputTokens, decimal? Cost, string Currency);

public sealed record TideQuestion([property: Description("The harbour, such as Holm.")] string Harbour);

public sealed record TideTable(string Harbour, string Date, IReadOnlyList<Tide> Tides);

public sealed record Tide(string Kind, string Time, double Metres);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatQuestion))]
[JsonSerializable(typeof(ChatOffer))]
[JsonSerializable(typeof(ToolStep))]
[JsonSerializable(typeof(CallUsage))]
[JsonSerializable(typeof(TideQuestion))]
[JsonSerializable(typeof(TideTable))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails))]
internal sealed partial class ChatJsonContext : JsonSerializerContext;
