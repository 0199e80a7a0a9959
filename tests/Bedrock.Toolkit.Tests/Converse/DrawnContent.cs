using System.Globalization;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.Converse;

/// <summary>Contents of answers, drawn by a seed, and the same cut into the events of a stream at drawn places.</summary>
internal static class DrawnContent
{
    private static readonly string[] Texts = ["Yes.", "\n\n", "Über 😀😀 end", "\"quoted\" \\ and \t", "漢字", "x"];
    private static readonly string[] Inputs = ["{}", """{"city":"Rome","n":[1,2,{"a":null}]}""", """{"t":"😀 \"x\" \\"}""", """{ "spaced" : true }"""];

    public static List<ContentBlock> Draw(Random random)
    {
        List<ContentBlock> content = [];
        int count = random.Next(5);
        for (int i = 0; i < count; i++)
        {
            content.Add(random.Next(6) switch
            {
                0 => new ReasoningTextBlock { Text = Texts[random.Next(Texts.Length)], Signature = random.Next(2) == 0 ? null : "c2lnbmF0dXJl" },
                1 => new RedactedReasoningContent(Encoding.UTF8.GetBytes(Texts[random.Next(Texts.Length)])),
                2 => new ToolUseBlock { ToolUseId = $"t{i}", Name = "weather", Input = JsonElement.Parse(Inputs[random.Next(Inputs.Length)]) },
                3 => new CitationsContentBlock
                {
                    Content = [new CitationGeneratedText(Texts[random.Next(Texts.Length)])],
                    Citations = [.. Enumerable.Range(0, 1 + random.Next(2))
                        .Select(n => new Citation { Title = $"Book {n}", SourceContent = [new CitationSourceText("so it is")] })],
                },
                4 => new ToolResultBlock { ToolUseId = $"s{i}", Type = "nova_code_interpreter_result",
                    Content = [new ToolResultText("out"), new ToolResultJson(JsonElement.Parse("{}"))] },
                _ => Texts[random.Next(Texts.Length)],
            });
        }

        return content;
    }

    public static IEnumerable<ConverseStreamEvent> Events(Random random, List<ContentBlock> content) =>
        Payloads(random, content).Select(payload => ConverseTestData.Event(payload.Type, Padded(random, payload.Body)));

    public static IEnumerable<byte[]> Frames(Random random, List<ContentBlock> content) =>
        Payloads(random, content).Select(payload => ConverseTestData.Frame(payload.Type, payload.Body));

    private static IEnumerable<(string Type, string Body)> Payloads(Random random, List<ContentBlock> content)
    {
        yield return ("messageStart", """{"role":"assistant"}""");
        bool reuses = random.Next(4) == 0;
        for (int i = 0; i < content.Count; i++)
        {
            // Some servers number every block 0, and end each before the next.
            int index = reuses ? 0 : i;
            foreach ((string type, string body) in Pieces(random, content[i]))
            {
                yield return (type, $"{{\"contentBlockIndex\":{index.ToString(CultureInfo.InvariantCulture)},{body}}}");
            }

            yield return ("contentBlockStop", $"{{\"contentBlockIndex\":{index.ToString(CultureInfo.InvariantCulture)}}}");
        }

        yield return ("messageStop", """{"stopReason":"tool_use"}""");
    }

    private static IEnumerable<(string Type, string Body)> Pieces(Random random, ContentBlock block)
    {
        switch (block)
        {
            case TextBlock text:
                if (random.Next(3) == 0)
                {
                    yield return ("contentBlockStart", "\"start\":{}");
                }

                foreach (string piece in Cut(random, text.Text))
                {
                    yield return Delta($"\"text\":{Escaped(piece)}");
                }

                break;
            case ReasoningContent { Reasoning: ReasoningTextContent { ReasoningText: { } reasoning } }:
                foreach (string piece in Cut(random, reasoning.Text!))
                {
                    yield return Delta($"\"reasoningContent\":{{\"text\":{Escaped(piece)}}}");
                }

                foreach (string piece in Cut(random, reasoning.Signature ?? string.Empty))
                {
                    yield return Delta($"\"reasoningContent\":{{\"signature\":{Escaped(piece)}}}");
                }

                break;
            case ReasoningContent { Reasoning: RedactedReasoningContent redacted }:
                int cut = random.Next(redacted.RedactedContent.Length);
                foreach (ReadOnlyMemory<byte> piece in (ReadOnlyMemory<byte>[])[redacted.RedactedContent[..cut], redacted.RedactedContent[cut..]])
                {
                    yield return Delta($"\"reasoningContent\":{{\"redactedContent\":\"{Convert.ToBase64String(piece.Span)}\"}}");
                }

                break;
            case ToolUseContent { ToolUse: { } use }:
                yield return ("contentBlockStart", $"\"start\":{{\"toolUse\":{{\"toolUseId\":\"{use.ToolUseId}\",\"name\":\"{use.Name}\"}}}}");
                foreach (string piece in Cut(random, use.Input.GetRawText()))
                {
                    yield return Delta($"\"toolUse\":{{\"input\":{Escaped(piece)}}}");
                }

                break;
            case CitationsContent { Block: { } cited }:
                foreach (string piece in Cut(random, string.Concat(cited.Content!.OfType<CitationGeneratedText>().Select(text => text.Text))))
                {
                    yield return Delta($"\"text\":{Escaped(piece)}");
                }

                foreach (Citation citation in cited.Citations!)
                {
                    yield return Delta($"\"citation\":{{\"title\":\"{citation.Title}\",\"sourceContent\":[{{\"text\":\"so it is\"}}]}}");
                }

                break;
            case ToolResultBlockContent { ToolResult: { } result }:
                yield return ("contentBlockStart", $"\"start\":{{\"toolResult\":{{\"toolUseId\":\"{result.ToolUseId}\",\"type\":\"{result.Type}\"}}}}");
                yield return Delta("\"toolResult\":[{\"text\":\"ou\"}]");
                yield return Delta("\"toolResult\":[{\"text\":\"t\"},{\"json\":{}}]");
                break;
        }
    }

    private static (string Type, string Body) Delta(string body) => ("contentBlockDelta", $"\"delta\":{{{body}}}");

    // Anywhere: also within a pair, within an escape of the JSON, and with nothing in a piece.
    private static IEnumerable<string> Cut(Random random, string text)
    {
        int at = 0;
        while (at < text.Length)
        {
            int length = Math.Min(random.Next(6), text.Length - at);
            yield return text.Substring(at, length);
            at += length;
        }
    }

    private static string Escaped(string piece)
    {
        var json = new StringBuilder("\"");
        foreach (char c in piece)
        {
            json.Append(c is >= ' ' and < '\u007f' and not ('"' or '\\') ? c.ToString() : $"\\u{(int)c:x4}");
        }

        return json.Append('"').ToString();
    }

    private static string Padded(Random random, string body) =>
        random.Next(3) == 0 ? $"{body[..^1]}{(body.Length > 2 ? "," : string.Empty)}\"p\":\"abcd\"}}" : body;
}
