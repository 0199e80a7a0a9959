namespace Bedrock.Toolkit.Models;

/// <summary>The checks that most request types share: each names the member and the rule, in an <see cref="ArgumentException"/> or a text.</summary>
internal static class FamilyChecks
{
    /// <summary>Throws when a fault was found.</summary>
    public static void Refuse(string? fault)
    {
        if (fault is not null)
        {
            throw new ArgumentException(fault, "request");
        }
    }

    /// <summary>The fault of the first number that JSON cannot express, or null.</summary>
    public static string? FaultOfNumbers(params ReadOnlySpan<(string Member, double? Value)> numbers)
    {
        foreach ((string member, double? value) in numbers)
        {
            if (value is { } number && !double.IsFinite(number))
            {
                return $"{member} must be a finite number.";
            }
        }

        return null;
    }

    /// <summary>The fault of the first entry that has one, with its place in the list before it, or null.</summary>
    public static string? FaultOfEach<T>(IList<T>? list, string member, Func<T?, string?> faultOf)
    {
        for (int i = 0; i < (list?.Count ?? 0); i++)
        {
            if (faultOf(list![i]) is { } fault)
            {
                return $"{member}[{i}]{fault}";
            }
        }

        return null;
    }

    public static void RequirePrompt(string? prompt)
    {
        if (string.IsNullOrWhiteSpace(prompt))
        {
            throw new ArgumentException("Prompt is blank; the model needs a text.", "request");
        }
    }

    public static void RequirePositive(int? value, string member)
    {
        if (value < 1)
        {
            throw new ArgumentException($"{member} is {value}; it must be at least 1.", "request");
        }
    }

    public static void RequireFinite(double? value, string member)
    {
        if (value is { } number && !double.IsFinite(number))
        {
            throw new ArgumentException($"{member} is NaN or infinite, which JSON cannot express.", "request");
        }
    }

    public static void RequireTexts(IList<string>? texts, string member, int most = int.MaxValue)
    {
        if (texts?.Count > most)
        {
            throw new ArgumentException($"{member} holds {texts.Count} entries; the service takes at most {most}.", "request");
        }

        for (int i = 0; i < (texts?.Count ?? 0); i++)
        {
            if (string.IsNullOrEmpty(texts![i]))
            {
                throw new ArgumentException($"{member}[{i}] is null or empty; every entry must be a text.", "request");
            }
        }
    }
}
