namespace Bedrock.Toolkit.Tools;

/// <content>The docs of the methods.</content>
internal sealed partial class OperationWriter
{
    private void Docs(CodeText code, ApiOperation operation, string kind, bool isOptional)
    {
        bool isEnumerable = kind == "*";
        (string summary, string? remarks, string? returns) = docs.Words($"{operation.Name}({(isEnumerable ? "*" : string.Empty)})");
        if (summary.Length == 0)
        {
            summary = isEnumerable ? $"All of what {operation.Name} lists, page after page, as it is enumerated."
                : kind == "Page" ? $"One page of {operation.Name}." : $"Calls {operation.Name}.";
        }

        code.Doc("summary", summary);
        if (!isEnumerable)
        {
            code.Doc("remarks", (remarks is null ? string.Empty : remarks + " ") + $"Source: {_room.Pages}{operation.Name}.html");
        }

        if (!_room.Client)
        {
            code.Doc("param name=\"client\"", "The client.");
        }

        foreach (ApiMember label in isEnumerable ? [] : LabelsOf(operation))
        {
            string words = docs.Words($"{operation.Name}({label.Name})").First;
            string plain = label.Name == "modelId" ? "The model." : $"The {RoomDocs.Phrase(label.Name)}.";
            code.Doc($"param name=\"{ParameterOf(label)}\"", words.Length > 0 ? words : plain);
        }

        if (InputOf(operation) is not null)
        {
            string words = docs.Words($"{operation.Name}({(isEnumerable ? "*request" : "request")})").First;
            string copied = isEnumerable ? " Copied by the first step of the enumeration." : string.Empty;
            code.Doc("param name=\"request\"", words.Length > 0 ? words : (isOptional ? "What is asked for; all when null." : "The request.") + copied);
        }

        string options = docs.Words($"{operation.Name}(options)").First;
        code.Doc("param name=\"options\"", isEnumerable ? "Time limits and extra headers of each page."
            : options.Length > 0 ? options : "Time limits and extra headers; the settings of models have no place here.");
        string cancellation = docs.Words($"{operation.Name}(cancellationToken)").First;
        code.Doc("param name=\"cancellationToken\"", isEnumerable ? "Cancels the enumeration." : cancellation.Length > 0 ? cancellation : "Cancels the call.");
        if (StreamOf(operation) is not null)
        {
            code.Doc("returns", returns ?? "The stream. Nothing is sent before it is opened or enumerated.");
            code.Doc("exception cref=\"ArgumentException\"", "The request would surely be refused; the message names the member and the rule.");
            return;
        }

        code.Doc("returns", (isEnumerable ? remarks : returns) ?? (isEnumerable ? "The entries; each enumeration asks anew." : "The answer."));
        code.Doc("exception cref=\"ArgumentException\"", "The request would surely be refused; the message names the member and the rule.");
        code.Doc("exception cref=\"BedrockException\"", isEnumerable
            ? "A page failed; the subclasses tell how. A page that asks for itself again is a <see cref=\"BedrockProtocolException\"/>."
            : "The call failed; the subclasses tell how.");
        code.Doc("exception cref=\"OperationCanceledException\"", "The token was cancelled.");
    }
}
