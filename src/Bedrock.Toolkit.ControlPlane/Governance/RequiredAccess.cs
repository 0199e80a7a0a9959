using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.ControlPlane.Governance;

/// <summary>The least that IAM must allow for a use of Bedrock. Immutable and thread-safe.</summary>
/// <remarks>
/// Actions are not named as operations are: Converse needs <c>bedrock:InvokeModel</c>, and a profile needs the right to its models in every Region that it
/// sends to.
/// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_bedrock.html
/// </remarks>
public sealed class RequiredAccess
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly AccessScope _scope;
    private readonly BedrockUse _use;

    private RequiredAccess(BedrockUse use, AccessScope scope, IReadOnlyList<AccessStatement> statements, IReadOnlyList<string> gaps)
    {
        _use = use;
        _scope = scope;
        Statements = statements;
        Gaps = gaps;
    }

    /// <summary>What is to be allowed.</summary>
    public IReadOnlyList<AccessStatement> Statements { get; }

    /// <summary>What cannot be known from what was given, one a sentence: a policy with gaps is not enough, or is wider than it need be.</summary>
    /// <value>Empty when nothing is open.</value>
    public IReadOnlyList<string> Gaps { get; }

    /// <summary>What calls of a model need, whole and streamed.</summary>
    /// <param name="model">The id as it is called.</param>
    /// <param name="scope">Where.</param>
    /// <returns>The statements.</returns>
    public static RequiredAccess For(ModelId model, AccessScope scope) => For(BedrockUse.Chat, scope, model);

    /// <summary>What one request needs: its guardrail too.</summary>
    /// <param name="model">The id as it is called.</param>
    /// <param name="request">The request.</param>
    /// <param name="scope">Where.</param>
    /// <returns>The statements.</returns>
    public static RequiredAccess For(ModelId model, ConverseRequest request, AccessScope scope)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(scope);
        return For(BedrockUse.Chat, request.GuardrailConfig?.GuardrailIdentifier is { } id ? scope with { GuardrailId = id } : scope, model);
    }

    /// <summary>What a use that asks no model needs, or a use of any model.</summary>
    /// <param name="use">The use.</param>
    /// <param name="scope">Where.</param>
    /// <returns>The statements.</returns>
    /// <exception cref="ArgumentException">The use asks a model, or a Region is missing.</exception>
    public static RequiredAccess For(BedrockUse use, AccessScope scope) => Create(use, scope, null);

    /// <summary>What a use of a model needs.</summary>
    /// <param name="use">The use.</param>
    /// <param name="scope">Where.</param>
    /// <param name="model">The id as it is called.</param>
    /// <returns>The statements.</returns>
    /// <exception cref="ArgumentException">A Region or an address of S3 is missing.</exception>
    public static RequiredAccess For(BedrockUse use, AccessScope scope, ModelId model) => Create(use, scope, model);

    /// <summary>The IAM policy.</summary>
    /// <returns>Indented JSON.</returns>
    public string ToPolicyJson() => Write(writer =>
    {
        foreach (AccessStatement statement in Statements)
        {
            writer.WriteStartObject();
            writer.WriteString("Sid", statement.Sid);
            writer.WriteString("Effect", "Allow");
            WriteTexts(writer, "Action", statement.Actions);
            WriteTexts(writer, "Resource", statement.Resources);
            if (statement.StringEquals.Count > 0)
            {
                writer.WriteStartObject("Condition");
                writer.WriteStartObject("StringEquals");
                foreach ((string key, string value) in statement.StringEquals)
                {
                    writer.WriteString(key, value);
                }

                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }
    });

    /// <summary>The trust policy of the role of a batch job: lets Bedrock be that role, for jobs of this account and Region alone.</summary>
    /// <returns>Indented JSON.</returns>
    /// <exception cref="InvalidOperationException">This is not the access of <see cref="BedrockUse.BatchRole"/>.</exception>
    public string ToTrustPolicyJson() => _use != BedrockUse.BatchRole
        ? throw new InvalidOperationException($"Only the role of a job ({nameof(BedrockUse.BatchRole)}) has a trust policy.")
        : Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("Effect", "Allow");
            writer.WriteStartObject("Principal");
            writer.WriteString("Service", "bedrock.amazonaws.com");
            writer.WriteEndObject();
            writer.WriteString("Action", "sts:AssumeRole");
            writer.WriteStartObject("Condition");
            writer.WriteStartObject("StringEquals");
            writer.WriteString("aws:SourceAccount", _scope.AccountId);
            writer.WriteEndObject();
            writer.WriteStartObject("ArnEquals");
            writer.WriteString("aws:SourceArn", _scope.Arn("model-invocation-job/*"));
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    private static RequiredAccess Create(BedrockUse use, AccessScope scope, ModelId? model)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentException.ThrowIfNullOrWhiteSpace(scope.Region, $"{nameof(scope)}.{nameof(scope.Region)}");
        var statements = new AccessStatements(scope);
        statements.Add(use, model);
        return new RequiredAccess(use, scope, statements.All, statements.Gaps);
    }

    private static string Write(Action<Utf8JsonWriter> statements)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("Version", "2012-10-17");
            writer.WriteStartArray("Statement");
            statements(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
