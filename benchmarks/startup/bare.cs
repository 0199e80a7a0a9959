#!/usr/bin/env dotnet
// What the library's start is compared with: HttpClient and generated JSON, without a signature. See run beside it.
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

using var http = new HttpClient();
using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new Question(300, [new Turn("user", "hello")]), Wire.Default.Question));
content.Headers.ContentType = new("application/json");
using HttpResponseMessage response = await http.PostAsync(new Uri(args[0] + "/model/anthropic.claude-sonnet-4-5-20250929-v1%3A0/invoke"), content);
await using Stream body = await response.Content.ReadAsStreamAsync();
Answer? answer = await JsonSerializer.DeserializeAsync(body, Wire.Default.Answer);
Console.WriteLine(answer is { Content: [{ Text.Length: > 0 }, ..] }
    ? Environment.CpuUsage.TotalTime.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)
    : "The answer has no text.");

internal sealed record Turn([property: JsonPropertyName("role")] string Role, [property: JsonPropertyName("content")] string Content);

internal sealed record Question(
    [property: JsonPropertyName("max_tokens")] int MaxTokens, [property: JsonPropertyName("messages")] Turn[] Messages);

internal sealed record Block([property: JsonPropertyName("text")] string Text);

internal sealed record Answer([property: JsonPropertyName("content")] Block[] Content);

[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(Answer))]
internal sealed partial class Wire : JsonSerializerContext;
