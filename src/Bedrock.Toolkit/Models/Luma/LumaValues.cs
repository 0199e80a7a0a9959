namespace Bedrock.Toolkit.Models;

/// <summary>Width to height of a video. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<LumaAspectRatio>))]
public readonly partial struct LumaAspectRatio : IOpenValue<LumaAspectRatio>
{
    /// <summary>1 to 1.</summary>
    public static LumaAspectRatio Ratio1x1 { get; } = new("1:1");

    /// <summary>16 to 9.</summary>
    public static LumaAspectRatio Ratio16x9 { get; } = new("16:9");

    /// <summary>9 to 16.</summary>
    public static LumaAspectRatio Ratio9x16 { get; } = new("9:16");

    /// <summary>4 to 3.</summary>
    public static LumaAspectRatio Ratio4x3 { get; } = new("4:3");

    /// <summary>3 to 4.</summary>
    public static LumaAspectRatio Ratio3x4 { get; } = new("3:4");

    /// <summary>21 to 9.</summary>
    public static LumaAspectRatio Ratio21x9 { get; } = new("21:9");

    /// <summary>9 to 21.</summary>
    public static LumaAspectRatio Ratio9x21 { get; } = new("9:21");
}

/// <summary>The length of a video. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<LumaDuration>))]
public readonly partial struct LumaDuration : IOpenValue<LumaDuration>
{
    /// <summary>Five seconds.</summary>
    public static LumaDuration FiveSeconds { get; } = new("5s");

    /// <summary>Nine seconds.</summary>
    public static LumaDuration NineSeconds { get; } = new("9s");
}

/// <summary>The height of a video. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<LumaResolution>))]
public readonly partial struct LumaResolution : IOpenValue<LumaResolution>
{
    /// <summary>540 lines.</summary>
    public static LumaResolution P540 { get; } = new("540p");

    /// <summary>720 lines.</summary>
    public static LumaResolution P720 { get; } = new("720p");
}
