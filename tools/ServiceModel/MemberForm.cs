namespace Bedrock.Toolkit.Tools;

/// <summary>What a member looks like in C#.</summary>
internal static class MemberForm
{
    /// <summary>Must be set.</summary>
    public const string Required = "required";

    /// <summary>Must be set; written even when somebody forces it to null, which then fails.</summary>
    public const string Always = "always";

    /// <summary>May be null.</summary>
    public const string Nullable = "nullable";

    /// <summary>Never null: an empty list, map or text, or the document <c>{}</c>.</summary>
    public const string Empty = "empty";

    /// <summary>A value type as it is, with the type's own default.</summary>
    public const string Plain = "plain";

    public static bool IsRequired(string form) => form is Required or Always;

    public static bool IsKnown(string form) => form is Required or Always or Nullable or Empty or Plain;
}
